package io.habitus.persona.wording;

import io.habitus.contracts.Polarity.Pile;
import java.time.Duration;
import java.time.Instant;

/**
 * Whose own words, in [from, to).
 *
 * @param pile of those who speak so, compared with the others of the watch; null: of all, compared with everything else
 */
record Question(String project, String watch, Pile pile, Instant from, Instant to) {

    /** Of the length that is asked for, so much may an end lie elsewhere: one in fifty. */
    private static final int SHARE = 50;

    private static final Duration FURTHEST = Duration.ofMinutes(2);

    /** Whether its answer also answers the other: the ends of what is followed move on every minute, or with every post. */
    boolean answers(Question other) {
        if (!project.equals(other.project) || !watch.equals(other.watch) || pile != other.pile) {
            return false;
        }
        Duration near = Duration.between(other.from, other.to).dividedBy(SHARE);
        Duration nearest = near.compareTo(FURTHEST) < 0 ? near : FURTHEST;
        return isNear(from, other.from, nearest) && isNear(to, other.to, nearest);
    }

    private static boolean isNear(Instant one, Instant other, Duration nearest) {
        return Duration.between(one, other).abs().compareTo(nearest) <= 0;
    }
}
