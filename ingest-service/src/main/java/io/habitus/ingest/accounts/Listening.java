package io.habitus.ingest.accounts;

import io.habitus.contracts.ListeningEvent.Ending;
import io.habitus.contracts.ListeningEvent.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When posts could be taken in: stretches of time, and between them gaps. A stretch goes on with every beat that the log
 * took; the beat is its proof. A gap begins at the last beat and ends when the log is first known to take something again:
 * it is never told too short, and too long by at most one {@link #BEAT}, and what the log needed to answer.
 */
public final class Listening {

    /** So often it is noted that we listen. */
    public static final Duration BEAT = Duration.ofSeconds(5);

    /** A pause between two beats that is no gap yet: the log was slow, or started again. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** As long as posts are kept. */
    static final Duration KEPT = Duration.ofDays(30);

    /** Answered this late, it is not known since when the log takes anything: only that it does now. */
    static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** A service that dies every half minute shall not fill the memory. */
    static final int MOST = 1_000;

    private final TreeMap<Instant, Stretch> stretches = new TreeMap<>();
    /** What may be in the log, but tells nothing: beginnings that nobody saw acknowledged in time. */
    private final Map<Instant, Stretch> leftovers = new HashMap<>();

    private Instant current;
    private Stretch attempted;

    /** Of a former run, read from the log. */
    public synchronized void restore(Stretch stretch) {
        if (stretch.ending() == null && stretch.to().equals(stretch.from())) {
            leftovers.put(stretch.from(), stretch);
            return;
        }
        stretches.put(stretch.from(), stretch);
    }

    /** What is to be noted now; it holds once it is {@link #noted}. */
    public synchronized List<Stretch> beat(Instant now) {
        if (stretches.isEmpty()) {
            return List.of(beginning(now));
        }
        Stretch last = stretches.lastEntry().getValue();
        // A clock that was set back: until it has caught up, the end stands still.
        Instant at = now.isBefore(last.to()) ? last.to() : now;
        if (current == null) {
            return last.ending() == null
                    ? List.of(ended(last, Ending.BROKE_OFF), beginning(after(last, at)))
                    : List.of(beginning(after(last, at)));
        }
        return isHeldUp(last, at)
                ? List.of(ended(last, Ending.HELD_UP), beginning(after(last, at)))
                : List.of(new Stretch(last.from(), at, null));
    }

    /** What is to be noted last. */
    public synchronized List<Stretch> stop(Instant now) {
        if (current == null) {
            return List.of();
        }
        giveUpAttempt();
        Stretch last = stretches.lastEntry().getValue();
        Instant at = now.isBefore(last.to()) ? last.to() : now;
        return List.of(
                isHeldUp(last, at)
                        ? ended(last, Ending.HELD_UP)
                        : ended(new Stretch(last.from(), at, null), Ending.STOPPED));
    }

    /**
     * The log holds this, so it is so.
     *
     * @param now when it said so, UTC
     */
    public synchronized void noted(List<Stretch> written, Instant now) {
        written.forEach(stretch -> stretches.put(stretch.from(), stretch));
        if (written.getLast().equals(attempted) && !now.isAfter(attempted.from().plus(AT_ONCE))) {
            attempted = null;
        } else if (written.getLast().equals(attempted)) {
            // Begun too early, while the log took nothing yet; the next beat writes it so.
            stretches.remove(attempted.from());
            stretches.put(now, new Stretch(now, now, null));
        }
        giveUpAttempt();
        current = stretches.lastKey();
    }

    /**
     * What is too old, or too much, to be kept, or tells nothing; forgotten once it is {@link #forgotten}. A stretch goes
     * with the gap behind it, once that gap is too old.
     */
    public synchronized List<Stretch> outdated(Instant now) {
        Instant oldest = now.minus(KEPT);
        int tooMany = stretches.size() - MOST;
        var outdated = new ArrayList<Stretch>();
        Stretch before = null;
        for (Stretch stretch : stretches.values()) {
            if (before != null) {
                if (!stretch.from().isBefore(oldest) && outdated.size() >= tooMany) {
                    break;
                }
                outdated.add(before);
            }
            before = stretch;
        }
        outdated.addAll(leftovers.values());
        return outdated;
    }

    /** The log holds these no more. */
    public synchronized void forgotten(List<Stretch> outdated) {
        for (Stretch stretch : outdated) {
            stretches.remove(stretch.from());
            leftovers.remove(stretch.from());
        }
    }

    /** Since when it is known whether posts could be taken in, until when, and when they could not; null before the first beat. */
    public synchronized Course course() {
        if (stretches.isEmpty()) {
            return null;
        }
        var gaps = new ArrayList<Gap>();
        Stretch before = null;
        for (Stretch stretch : stretches.values()) {
            if (before != null && before.to().isBefore(stretch.from())) {
                // Whose ending the log lost ended without a word.
                Ending cause = before.ending() == null ? Ending.BROKE_OFF : before.ending();
                gaps.add(new Gap(before.to(), stretch.from(), cause));
            }
            before = stretch;
        }
        return new Course(stretches.firstKey(), before.to(), gaps);
    }

    /**
     * How listening went.
     *
     * @param since the first thing known, UTC; longer ago than {@link #KEPT} if the first stretch, or the gap behind it, reaches
     *     into that time
     * @param until the newest beat, UTC; longer ago than a few beats: nothing can be taken in now
     * @param gaps oldest first
     */
    public record Course(Instant since, Instant until, List<Gap> gaps) {}

    /** Nothing could be taken in, in [from, to), UTC. */
    public record Gap(Instant from, Instant to, Ending cause) {}

    private static Stretch ended(Stretch stretch, Ending ending) {
        return new Stretch(stretch.from(), stretch.to(), ending);
    }

    private static boolean isHeldUp(Stretch last, Instant at) {
        return at.isAfter(last.to().plus(LONGEST_PAUSE));
    }

    /** Two stretches never begin at once: what begins is their name. */
    private static Instant after(Stretch last, Instant at) {
        return at.isAfter(last.from()) ? at : last.from().plusMillis(1);
    }

    /** The same until the log has taken it: what it takes late then stands under one name, not under one per attempt. */
    private Stretch beginning(Instant from) {
        if (attempted == null) {
            attempted = new Stretch(from, from, null);
        }
        return attempted;
    }

    private void giveUpAttempt() {
        if (attempted != null) {
            leftovers.put(attempted.from(), attempted);
            attempted = null;
        }
    }
}
