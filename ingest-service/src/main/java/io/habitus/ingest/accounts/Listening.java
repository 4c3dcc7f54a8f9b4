package io.habitus.ingest.accounts;

import io.habitus.contracts.ListeningEvent.Ending;
import io.habitus.contracts.ListeningEvent.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * When posts could be taken in: stretches of time, and between them gaps. A stretch goes on with every beat that the log
 * took; the beat is its proof. A gap is never told too short, and by at most one {@link #BEAT} too long.
 */
public final class Listening {

    /** So often it is noted that we listen. */
    public static final Duration BEAT = Duration.ofSeconds(5);

    /** A pause between two beats that is no gap yet: the log was slow, or started again. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** As long as posts are kept. */
    static final Duration KEPT = Duration.ofDays(30);

    /** A service that dies every half minute shall not fill the memory. */
    static final int MOST = 1_000;

    private final TreeMap<Instant, Stretch> stretches = new TreeMap<>();
    private Instant current;

    /** Of a former run, read from the log. */
    public synchronized void restore(Stretch stretch) {
        stretches.put(stretch.from(), stretch);
    }

    /** What is to be noted now; it holds once it is {@link #noted}. */
    public synchronized List<Stretch> beat(Instant now) {
        if (stretches.isEmpty()) {
            return List.of(new Stretch(now, now, null));
        }
        Stretch last = stretches.lastEntry().getValue();
        // A clock that was set back: until it has caught up, the end stands still.
        Instant at = now.isBefore(last.to()) ? last.to() : now;
        if (current == null) {
            return last.ending() == null
                    ? List.of(ended(last, Ending.BROKE_OFF), beginning(at, last))
                    : List.of(beginning(at, last));
        }
        return at.isAfter(last.to().plus(LONGEST_PAUSE))
                ? List.of(ended(last, Ending.HELD_UP), beginning(at, last))
                : List.of(new Stretch(last.from(), at, null));
    }

    /** What is to be noted last. */
    public synchronized List<Stretch> stop(Instant now) {
        if (current == null) {
            return List.of();
        }
        List<Stretch> last = beat(now);
        var stopped = new ArrayList<>(last.subList(0, last.size() - 1));
        stopped.add(ended(last.getLast(), Ending.STOPPED));
        return stopped;
    }

    /** The log holds this, so it is so. */
    public synchronized void noted(List<Stretch> written) {
        written.forEach(stretch -> stretches.put(stretch.from(), stretch));
        current = stretches.lastKey();
    }

    /** What is too old, or too much, to be kept; forgotten once it is {@link #forgotten}. */
    public synchronized List<Stretch> outdated(Instant now) {
        Instant oldest = now.minus(KEPT);
        int tooMany = stretches.size() - MOST;
        var outdated = new ArrayList<Stretch>();
        for (Stretch stretch : stretches.values()) {
            if (!stretch.to().isBefore(oldest) && outdated.size() >= tooMany) {
                break;
            }
            outdated.add(stretch);
        }
        return outdated;
    }

    /** The log holds these no more. */
    public synchronized void forgotten(List<Stretch> outdated) {
        outdated.forEach(stretch -> stretches.remove(stretch.from()));
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
                gaps.add(new Gap(before.to(), stretch.from(), before.ending()));
            }
            before = stretch;
        }
        return new Course(stretches.firstKey(), before.to(), gaps);
    }

    /**
     * How listening went.
     *
     * @param since the first thing known, at most {@link #KEPT} ago, UTC
     * @param until the newest beat, UTC; longer ago than a few beats: nothing can be taken in now
     * @param gaps oldest first
     */
    public record Course(Instant since, Instant until, List<Gap> gaps) {}

    /** Nothing could be taken in, in [from, to), UTC. */
    public record Gap(Instant from, Instant to, Ending cause) {}

    private static Stretch ended(Stretch stretch, Ending ending) {
        return new Stretch(stretch.from(), stretch.to(), ending);
    }

    /** Two stretches never begin at once: what begins is their name. */
    private static Stretch beginning(Instant at, Stretch last) {
        Instant from = at.isAfter(last.from()) ? at : last.from().plusMillis(1);
        return new Stretch(from, from, null);
    }
}
