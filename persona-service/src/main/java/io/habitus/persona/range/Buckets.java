package io.habitus.persona.range;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * The buckets of a range, each from its start to the start of the next. The outermost may reach beyond the range.
 *
 * @param interval how long they are
 * @param zone whose clock and calendar they follow
 * @param starts milliseconds since 1970, rising; one more than there are buckets, the last being the end
 */
record Buckets(Interval interval, ZoneId zone, long[] starts) {

    /** More than a page can draw; a range of more has to be asked for in pieces or by a longer interval. */
    static final int MOST = 5_000;

    private static final int READABLE = 200;

    /**
     * The buckets of [from, to).
     *
     * @throws TooManyBuckets if there are more than {@link #MOST}
     */
    static Buckets of(Instant from, Instant to, Interval interval, ZoneId zone) {
        // A guess first: nobody shall make us walk through the minutes of a thousand years.
        if (Duration.between(from, to).toSeconds() / interval.typicalSeconds() > 2L * MOST) {
            throw new TooManyBuckets(interval, MOST);
        }
        long[] starts = new long[64];
        int count = 0;
        Instant start = interval.startOf(from, zone);
        for (; start.isBefore(to); start = interval.next(start, zone)) {
            if (count == MOST) {
                throw new TooManyBuckets(interval, MOST);
            }
            if (count + 1 == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
            }
            starts[count++] = start.toEpochMilli();
        }
        starts[count] = start.toEpochMilli();
        return new Buckets(interval, zone, Arrays.copyOf(starts, count + 1));
    }

    /** The shortest interval that cuts [from, to) into few enough buckets to look at. */
    static Interval readable(Instant from, Instant to) {
        long seconds = Duration.between(from, to).toSeconds();
        for (Interval interval : Interval.values()) {
            // One less, as the outermost buckets are in the range only in part.
            if (seconds / interval.typicalSeconds() < READABLE - 1) {
                return interval;
            }
        }
        return Interval.MONTH;
    }

    int count() {
        return starts.length - 1;
    }
}
