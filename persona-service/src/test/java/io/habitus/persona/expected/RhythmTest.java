package io.habitus.persona.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On talk whose rhythm is known. */
class RhythmTest {

    /** A Monday's midnight in Berlin. */
    private static final Instant START = Instant.parse("2026-01-11T23:00:00Z");

    private static final int DAY = 24;
    private static final int REPEATED = 60;

    @ParameterizedTest
    @CsvSource({
        "0.3,  0.1, 0.03, 56",
        "4,    0.1, 0.03, 56",
        "20,   0.1, 0.03, 56",
        "20,   0.1, 0.03, 28",
        "20,   0.1, 0.03, 14",
        "300,  0.05, 0.02, 56",
        "300,  0.05, 0.02, 21",
        "2000, 0.2, 0.1, 56",
        "50,   0,   0,   56"
    })
    void about_nineteen_of_twenty_hours_and_nearly_all_days_lie_within_what_is_usual(
            double perHour, double hoursScatter, double daysScatter, int days) {
        int hoursWithin = 0;
        int daysWithin = 0;
        for (int seed = 0; seed < REPEATED; seed++) {
            var talk = new Talk(seed, perHour, hoursScatter, daysScatter);
            var all = talk.hours(START.plus(Duration.ofHours(37L * seed)), (days + 1) * DAY, Talk.BERLIN, _ -> 1);
            var rhythm = Rhythm.of(all.first(days * DAY));
            hoursWithin += within(rhythm, all.from(days * DAY));
            daysWithin += isWithin(total(rhythm, all.from(days * DAY)), sum(all.from(days * DAY))) ? 1 : 0;
        }
        assertThat(hoursWithin / (double) (REPEATED * DAY)).isBetween(0.93, days > 21 && perHour > 1 ? 0.985 : 1);
        assertThat(daysWithin).isGreaterThanOrEqualTo(REPEATED - 3);
    }

    @ParameterizedTest
    @CsvSource({"0.3", "4", "20", "300"})
    void what_is_expected_is_what_was_planted(double perHour) {
        double found = 0;
        double planted = 0;
        for (int seed = 0; seed < 20; seed++) {
            var talk = new Talk(seed, perHour, 0.1, 0.03);
            var rhythm = Rhythm.of(talk.hours(START, 56 * DAY, Talk.BERLIN, _ -> 1));
            for (int slot = 0; slot < PastHours.OF_WEEK; slot++) {
                found += rhythm.rate(slot);
                planted += talk.mean(slot);
            }
        }
        assertThat(found / planted).isBetween(0.94, 1.06);
    }

    @Test
    void after_weeks_it_knows_nights_and_weekends() {
        var talk = new Talk(3, 40, 0.05, 0.02);
        var rhythm = Rhythm.of(talk.hours(START, 56 * DAY, Talk.BERLIN, _ -> 1));
        for (int slot = 0; slot < PastHours.OF_WEEK; slot++) {
            assertThat(rhythm.rate(slot)).as("slot %d", slot).isBetween(0.55 * talk.mean(slot), 1.8 * talk.mean(slot));
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 600, 36", "10, 600, 5", "5, 100, 48", "0, 900, 24", "10, 60, 24", "20, 1200, 72"})
    void an_incident_hardly_moves_what_is_usual(double times, int at, int lasts) {
        var calm = Rhythm.of(new Talk(5, 20, 0.1, 0.03).hours(START, 56 * DAY, Talk.BERLIN, _ -> 1));
        var upset = Rhythm.of(new Talk(5, 20, 0.1, 0.03)
                .hours(START, 56 * DAY, Talk.BERLIN, i -> i >= at && i < at + lasts ? times : 1));
        var next = new Talk(6, 20, 0, 0).hours(START.plus(Duration.ofDays(56)), 7 * DAY, Talk.BERLIN, _ -> 1);
        var usual = total(calm, next);
        var after = total(upset, next);
        assertThat(after.expected() / usual.expected()).isBetween(0.9, 1.1);
        assertThat(after.high() / (double) usual.high()).isBetween(0.8, 1.25);
        for (int slot = 0; slot < PastHours.OF_WEEK; slot++) {
            assertThat(upset.rate(slot) / calm.rate(slot)).as("slot %d", slot).isBetween(0.6, 1.6);
        }
    }

    @Test
    void what_lasts_a_week_is_usual_from_then_on_and_is_learned_anew() {
        var talk = new Talk(8, 20, 0.1, 0.03);
        var changed = Rhythm.of(talk.hours(START, 56 * DAY, Talk.BERLIN, i -> i >= 48 * DAY ? 5 : 1));
        assertThat(changed.days()).isBetween(7, 8);
        assertThat(changed.rate(12)).isGreaterThan(2.5 * talk.mean(12));
    }

    @Test
    void the_shorter_the_past_the_wider_is_what_is_usual() {
        var next = new Talk(6, 20, 0, 0).hours(START.plus(Duration.ofDays(56)), DAY, Talk.BERLIN, _ -> 1);
        double before = Double.MAX_VALUE;
        for (int days : new int[] {1, 3, 7, 21, 56}) {
            double width = 0;
            for (int seed = 0; seed < 20; seed++) {
                var talk = new Talk(seed, 20, 0.1, 0.03);
                var from = START.plus(Duration.ofDays(56 - days));
                var limits = total(Rhythm.of(talk.hours(from, days * DAY, Talk.BERLIN, _ -> 1)), next);
                width += (limits.high() - limits.low()) / limits.expected();
            }
            assertThat(width).as("%d days", days).isLessThan(before);
            before = width;
        }
    }

    @Test
    void summer_time_moves_no_rhythm() {
        // The clock was put forward on 29 March 2026: hours of the week are those of the clock, not of UTC.
        var talk = new Talk(9, 100, 0.02, 0.01);
        var from = Instant.parse("2026-02-15T23:00:00Z");
        var past = talk.hours(from, 42 * DAY, Talk.BERLIN, _ -> 1);
        var rhythm = Rhythm.of(past);
        var after = Instant.parse("2026-03-30T00:00:00Z");
        var next = talk.hours(after, 5 * DAY, Talk.BERLIN, _ -> 1);
        assertThat(within(rhythm, next)).isGreaterThanOrEqualTo((int) (0.9 * next.size()));
        int wrongly = 0;
        for (int i = 0; i < next.size(); i++) {
            wrongly += isWithin(
                            hour(rhythm, (next.slots()[i] + PastHours.OF_WEEK - 1) % PastHours.OF_WEEK),
                            next.counts()[i])
                    ? 1
                    : 0;
        }
        assertThat(wrongly).as("an hour off it would be noticed").isLessThan((int) (0.9 * next.size()));
    }

    @Test
    void silence_is_a_rhythm_too() {
        var talk = new Talk(4, 20, 0, 0);
        var rhythm = Rhythm.of(talk.hours(START, 20 * DAY, Talk.BERLIN, _ -> 0));
        assertThat(hour(rhythm, 12).low()).isZero();
        assertThat(hour(rhythm, 12).high()).isLessThanOrEqualTo(2);
    }

    private static int within(Rhythm rhythm, PastHours hours) {
        int within = 0;
        for (int i = 0; i < hours.size(); i++) {
            within += isWithin(hour(rhythm, hours.slots()[i]), hours.counts()[i]) ? 1 : 0;
        }
        return within;
    }

    private static Limits hour(Rhythm rhythm, int slot) {
        double[] stretch = new double[PastHours.OF_WEEK];
        stretch[slot] = 1;
        return Limits.of(Surely.BUCKET, rhythm.mean(stretch), rhythm.spread(stretch));
    }

    private static Limits total(Rhythm rhythm, PastHours hours) {
        double[] stretch = new double[PastHours.OF_WEEK];
        for (int slot : hours.slots()) {
            stretch[slot]++;
        }
        return Limits.of(Surely.TOTAL, rhythm.mean(stretch), rhythm.spread(stretch));
    }

    private static long sum(PastHours hours) {
        return Arrays.stream(hours.counts()).sum();
    }

    private static boolean isWithin(Limits limits, long count) {
        return limits.low() <= count && count <= limits.high();
    }
}
