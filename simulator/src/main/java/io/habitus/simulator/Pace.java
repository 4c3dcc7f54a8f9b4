package io.habitus.simulator;

import java.time.Instant;

/** How much is said at which hour of the week. */
public enum Pace {

    /** As people talk: little at night, most in the evening, more on working days. UTC. */
    WEEKLY {
        @Override
        double loudness(Instant at) {
            int hour = hourOfWeek(at);
            return HOURS[hour % 24] * (hour >= SATURDAY ? WEEKEND : 1) / MEAN;
        }
    },

    /** Always the same, for a stream at a given rate; an incident takes its place from other talk. */
    EVEN {
        @Override
        double loudness(Instant at) {
            return 1;
        }
    };

    private static final double[] HOURS = {
        .25, .15, .10, .10, .15, .35, .70, .95, 1, 1, 1, 1.1, 1.2, 1.1, 1, 1.05, 1.2, 1.4, 1.5, 1.6, 1.5, 1.2, .8, .45
    };

    private static final int SATURDAY = 5 * 24;
    private static final double WEEKEND = .75;
    private static final double MEAN = java.util.Arrays.stream(HOURS).average().orElseThrow() * (5 + 2 * WEEKEND) / 7;

    /** Relative to the mean over a week, which is 1. */
    abstract double loudness(Instant at);

    /** 0 on Mondays from 00:00 to 01:00 UTC, to 167. */
    static int hourOfWeek(Instant at) {
        // The epoch was a Thursday.
        return (int) Math.floorMod(Math.floorDiv(at.toEpochMilli(), 3_600_000L) + 3 * 24, 7 * 24L);
    }
}
