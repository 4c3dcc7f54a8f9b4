package io.habitus.persona.rolling;

import io.habitus.contracts.LiveView.Bucket;
import io.habitus.contracts.LiveView.FromSource;
import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.LiveView.Window;
import io.habitus.contracts.Polarity.Pile;
import io.habitus.persona.timeline.SourceCounts;
import io.habitus.persona.timeline.WatchTimeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One rolling window of one watch: what its timeline holds in [from, to), counted whole and by bucket. Both ends are
 * whole minutes; buckets begin with whole minutes or hours.
 */
final class RollingWindow {

    static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final Window window;
    private final long length;
    private final long bucketLength;

    // One more than fit, since the first and the last may be in the window in part. A bucket's place is its start's.
    private final Tally[] ring;
    private Tally total = new Tally();
    private SourceCounts sources = new SourceCounts();
    private long from;
    private long to;

    /** @param to its end, exclusive, a whole minute; empty so far */
    RollingWindow(Window window, long to) {
        this.window = window;
        this.length = window.length().toMillis();
        this.bucketLength = window == Window.HOUR ? MINUTE : HOUR;
        this.ring = new Tally[(int) (length / bucketLength) + 1];
        this.to = to;
        this.from = to - length;
    }

    Window window() {
        return window;
    }

    Instant from() {
        return Instant.ofEpochMilli(from);
    }

    Instant to() {
        return Instant.ofEpochMilli(to);
    }

    boolean holds(long at) {
        return from <= at && at < to;
    }

    boolean isEmpty() {
        return total.isEmpty();
    }

    /** Counts a mention in; it lies in the window. */
    void add(long at, boolean repost, boolean anonymous, Pile pile, long voice, String source) {
        total.add(repost, anonymous, pile, voice);
        sources.count(source, repost, 1);
        int place = place(at);
        if (ring[place] == null) {
            ring[place] = new Tally();
        }
        ring[place].add(repost, anonymous, pile, voice);
    }

    /** Takes a mention out; it lies in the window. */
    void subtract(long at, boolean repost, boolean anonymous, Pile pile, long voice, String source) {
        total.subtract(repost, anonymous, pile, voice);
        sources.count(source, repost, -1);
        Tally bucket = ring[place(at)];
        bucket.subtract(repost, anonymous, pile, voice);
        if (bucket.isEmpty()) {
            ring[place(at)] = null;
        }
    }

    /** Counts anew what the timeline holds. */
    void recount(WatchTimeline timeline) {
        timeline.scan(from, to, this::add);
    }

    /** Moves the end on to a later minute: what is too old goes, what was still to come enters. */
    void moveTo(long newEnd, WatchTimeline timeline) {
        if (newEnd - to >= length) {
            clear();
            to = newEnd;
            from = newEnd - length;
            recount(timeline);
            return;
        }
        long newStart = newEnd - length;
        if (!isEmpty()) {
            timeline.scan(from, newStart, this::subtract);
        }
        long oldEnd = to;
        from = newStart;
        to = newEnd;
        timeline.scan(oldEnd, newEnd, this::add);
    }

    private void clear() {
        total = new Tally();
        sources = new SourceCounts();
        Arrays.fill(ring, null);
    }

    Volume volume() {
        return total.volume();
    }

    Piles piles() {
        return total.piles();
    }

    List<FromSource> sources() {
        return sources.sources();
    }

    List<Bucket> series() {
        List<Bucket> series = new ArrayList<>();
        long firstStart = Math.floorDiv(from, bucketLength) * bucketLength;
        for (long start = firstStart; start < to && !isEmpty(); start += bucketLength) {
            Tally bucket = ring[place(start)];
            if (bucket != null) {
                series.add(new Bucket(Instant.ofEpochMilli(start), bucket.volume()));
            }
        }
        return series;
    }

    private int place(long at) {
        return (int) Math.floorMod(Math.floorDiv(at, bucketLength), (long) ring.length);
    }
}
