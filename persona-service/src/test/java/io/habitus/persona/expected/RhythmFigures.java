package io.habitus.persona.expected;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Prints how often hours and days to come lie within what is usual, and how wide that is, by how much is said and how long
 * the past is: {@code java -cp persona-service/target/classes:persona-service/target/test-classes
 * io.habitus.persona.expected.RhythmFigures}, after a build.
 */
final class RhythmFigures {

    private static final Instant START = Instant.parse("2026-01-11T23:00:00Z");
    private static final int DAY = 24;
    private static final int REPEATED = 400;

    private RhythmFigures() {}

    public static void main(String[] args) {
        System.out.printf("%d pasts each; hours scatter by 0.1, days by 0.03%n", REPEATED);
        System.out.println("an hour  days   hours within (of 95 %)   days within (of 99 %)   a day is usual up to");
        for (double perHour : new double[] {0.3, 4, 20, 300}) {
            for (int days : new int[] {1, 3, 7, 14, 28, 56}) {
                print(perHour, days);
            }
        }
    }

    private static void print(double perHour, int days) {
        int hours = 0;
        int totals = 0;
        double up = 0;
        for (int seed = 0; seed < REPEATED; seed++) {
            var talk = new Talk(seed, perHour, 0.1, 0.03);
            var all = talk.hours(START.plus(Duration.ofHours(37L * seed)), (days + 1) * DAY, Talk.BERLIN, _ -> 1);
            var rhythm = Rhythm.of(all.first(days * DAY));
            var next = all.from(days * DAY);
            double[] day = new double[PastHours.OF_WEEK];
            for (int i = 0; i < DAY; i++) {
                double[] hour = new double[PastHours.OF_WEEK];
                hour[next.slots()[i]] = 1;
                day[next.slots()[i]]++;
                hours += isWithin(Limits.of(Surely.BUCKET, rhythm.mean(hour), rhythm.spread(hour)), next.counts()[i]);
            }
            var total = Limits.of(Surely.TOTAL, rhythm.mean(day), rhythm.spread(day));
            totals += isWithin(total, Arrays.stream(next.counts()).sum());
            up += total.high() / total.expected();
        }
        System.out.printf(
                "%7.1f %5d %18.1f %% %22.1f %% %17.2f times%n",
                perHour, days, 100.0 * hours / (REPEATED * DAY), 100.0 * totals / REPEATED, up / REPEATED);
    }

    private static int isWithin(Limits limits, long count) {
        return limits.low() <= count && count <= limits.high() ? 1 : 0;
    }
}
