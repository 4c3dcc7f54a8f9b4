package io.habitus.simulator;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** When people talk: little at night, most in the evening, more on working days. */
final class Rhythm {

    /** How much is said in each hour of a day, UTC. */
    private static final double[] HOURS = {
        .25, .15, .10, .10, .15, .35, .70, .95, 1, 1, 1, 1.1, 1.2, 1.1, 1, 1.05, 1.2, 1.4, 1.5, 1.6, 1.5, 1.2, .8, .45
    };

    private static final double WEEKEND = .75;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final long from;
    private final long to;
    private final double[] saidBefore;

    /** @param from inclusive; {@code to} exclusive and later */
    Rhythm(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the range is empty: from " + from + " to " + to);
        }
        this.from = from.toEpochMilli();
        this.to = to.toEpochMilli();
        int pieces = Math.toIntExact((this.to - this.from + HOUR - 1) / HOUR);
        saidBefore = new double[pieces + 1];
        for (int piece = 0; piece < pieces; piece++) {
            long start = this.from + piece * HOUR;
            double length = Math.min(HOUR, this.to - start);
            saidBefore[piece + 1] = saidBefore[piece] + length * loudness(start);
        }
    }

    /** The moment before which this share (0 to 1, 1 excluded) of everything was said; grows with the share. */
    Instant at(double share) {
        double said = share * saidBefore[saidBefore.length - 1];
        int piece = pieceHolding(said);
        double loudness = loudness(from + piece * HOUR);
        long time = from + piece * HOUR + (long) ((said - saidBefore[piece]) / loudness);
        return Instant.ofEpochMilli(Math.min(time, to - 1));
    }

    private int pieceHolding(double said) {
        int low = 0;
        int high = saidBefore.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (saidBefore[middle] <= said) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static double loudness(long time) {
        var moment = Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC);
        boolean weekend = moment.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return HOURS[moment.getHour()] * (weekend ? WEEKEND : 1);
    }
}
