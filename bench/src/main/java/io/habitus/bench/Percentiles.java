package io.habitus.bench;

import org.HdrHistogram.Histogram;

/**
 * How long something took, in milliseconds.
 *
 * @param count of what
 * @param p50 half took at most so long; the others likewise
 */
record Percentiles(long count, double p50, double p90, double p99, double p999, double max) {

    private static final long LONGEST_MICROS = 3_600_000_000L;
    private static final int DIGITS = 3;
    private static final double MICROS_PER_MILLI = 1e3;

    /** Collects durations. Not for several threads. */
    static final class Collecting {

        private final Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);

        /** @param nanos less than 0 counts as 0: two clocks readings of two threads may cross */
        void add(long nanos) {
            micros.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
        }

        Percentiles done() {
            return new Percentiles(micros.getTotalCount(), at(50), at(90), at(99), at(99.9), at(100));
        }

        private double at(double percentile) {
            return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
        }
    }
}
