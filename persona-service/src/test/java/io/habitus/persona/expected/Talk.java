package io.habitus.persona.expected;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Hours with a rhythm that is known, drawn hour by hour: whole days scatter together, and hours of their own. */
final class Talk {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Random random;
    private final double perHour;
    private final double hoursScatter;
    private final double daysScatter;

    Talk(long seed, double perHour, double hoursScatter, double daysScatter) {
        this.random = new Random(seed);
        this.perHour = perHour;
        this.hoursScatter = hoursScatter;
        this.daysScatter = daysScatter;
    }

    /** What is said in the mean in such an hour: loud in the afternoon, quiet at night and on weekends. */
    double mean(int slot) {
        double ofDay = Math.max(0.05, 1 + 0.9 * Math.sin((slot % 24 - 9) * Math.PI / 12));
        return perHour * ofDay * (slot / 24 >= 5 ? 0.6 : 1);
    }

    /** @param times by hour, how much louder it is than usual */
    PastHours hours(Instant from, int hours, ZoneId zone, IntToDoubleFunction times) {
        int[] slots = new int[hours];
        long[] dates = new long[hours];
        int[] counts = new int[hours];
        double ofDay = 1;
        for (int i = 0; i < hours; i++) {
            Instant start = from.plus(Duration.ofHours(i));
            slots[i] = PastHours.slotOf(start, zone);
            dates[i] = start.atZone(zone).toLocalDate().toEpochDay();
            if (i == 0 || dates[i] != dates[i - 1]) {
                ofDay = around1(daysScatter);
            }
            int calm = poisson(mean(slots[i]) * ofDay * around1(hoursScatter));
            counts[i] = (int) Math.round(calm * times.applyAsDouble(i));
        }
        return new PastHours(slots, dates, counts);
    }

    /** Gamma distributed with mean 1 and this variance (Marsaglia and Tsang 2000). */
    private double around1(double variance) {
        if (variance == 0) {
            return 1;
        }
        double shape = 1 / variance;
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v / shape;
            }
        }
    }

    private int poisson(double mean) {
        if (mean > 60) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        int count = 0;
        for (double left = random.nextDouble(); left > Math.exp(-mean); left *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
