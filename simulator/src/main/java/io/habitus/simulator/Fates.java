package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;

/** What happens to each post after it was written, and in which order the lines about it are sent. */
final class Fates {

    /** At most so many posts later; small, so that what waits to be sent stays small. */
    private static final int LATEST = 2_000;

    private final long seed;
    private final Disorder disorder;
    private final int reach;

    Fates(long seed, int posts, Disorder disorder) {
        this.seed = seed;
        this.disorder = disorder;
        this.reach = Math.clamp(posts / 10, 1, LATEST);
    }

    /**
     * The fate of one post.
     *
     * @param numbered whether its revisions are numbered by the source
     * @param deleted early or late
     */
    record Fate(boolean edited, boolean numbered, boolean deleted, boolean measured, Turn[] turns) {}

    /** A line to send {@code after} so many further posts were written. */
    record Turn(int after, Line line) {}

    /** The lines there can be about a post. */
    enum Line {
        CREATE,
        UPDATE,
        DELETE,
        MEASURE
    }

    Fate of(int post, boolean editable) {
        Dice dice = Dice.of(seed, Aspect.FATE, post);
        boolean edited = dice.chance(disorder.edits()) & editable;
        boolean numbered = dice.chance(.5);
        double end = dice.fraction();
        boolean deletedFirst = end < disorder.deletesBeforeCreates();
        boolean deletedLater = !deletedFirst && end < disorder.deletesBeforeCreates() + disorder.deletes();
        boolean duplicated = dice.chance(disorder.duplicates());
        boolean measured = dice.chance(disorder.measures());
        boolean late = dice.chance(disorder.late());

        var turns = new ArrayList<Turn>(4);
        int create = late || deletedFirst ? later(dice, 0) : 0;
        if (deletedFirst) {
            turns.add(new Turn(0, Line.DELETE));
        }
        turns.add(new Turn(create, Line.CREATE));
        int last = create;
        if (edited) {
            // Only a numbered revision can be told from an older one when it overtakes it.
            boolean overtakes = late && numbered && dice.chance(.5);
            int update = overtakes ? 0 : later(dice, create);
            turns.add(new Turn(update, Line.UPDATE));
            last = Math.max(last, update);
            if (duplicated) {
                turns.add(new Turn(later(dice, last), Line.UPDATE));
            }
        }
        if (duplicated) {
            turns.add(new Turn(later(dice, create), Line.CREATE));
        }
        if (measured) {
            turns.add(new Turn(later(dice, create), Line.MEASURE));
        }
        if (deletedLater) {
            turns.add(new Turn(later(dice, last), Line.DELETE));
        }
        return new Fate(edited, numbered, deletedFirst || deletedLater, measured, turns.toArray(Turn[]::new));
    }

    /** When a post written at this moment says it was; null if it does not say. */
    Instant stated(int post, Instant writtenAt) {
        Dice dice = Dice.of(seed, Aspect.STATED_TIME, post);
        if (!dice.chance(disorder.doubtfulTimes())) {
            return writtenAt;
        }
        return switch (dice.below(4)) {
            case 0 -> null;
            case 1 -> writtenAt.plus(Duration.ofHours(dice.chance(.5) ? 1 + dice.below(2) : -1 - dice.below(2)));
            case 2 -> writtenAt.truncatedTo(ChronoUnit.DAYS);
            default -> writtenAt.minus(Duration.ofDays(365L * (1 + dice.below(5))));
        };
    }

    private int later(Dice dice, int than) {
        return than + 1 + dice.below(reach);
    }
}
