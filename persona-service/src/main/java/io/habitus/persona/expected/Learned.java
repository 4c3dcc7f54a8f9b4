package io.habitus.persona.expected;

import io.habitus.persona.expected.Expected.Bucket;
import io.habitus.persona.expected.Expected.State;
import io.habitus.persona.expected.Expected.Total;
import io.habitus.persona.range.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What was learned of a watch's past.
 *
 * @param rhythm null if less than a day is known
 * @param isEnough whether enough voices spoke
 * @param voicesPerMention not a number if it is not known
 */
record Learned(Rhythm rhythm, boolean isEnough, double voicesPerMention) {

    /** So many days make it known: each day of the week came twice. */
    static final int NEEDED_DAYS = 14;

    private static final double HOUR = 3_600_000;

    static Learned of(Past past) {
        return new Learned(
                past.hours().days() == 0 ? null : Rhythm.of(past.hours()), past.isEnough(), past.voicesPerMention());
    }

    /** What is usual in [from, until), which is not empty. */
    Expected usual(Instant from, Instant until, Interval interval, ZoneId zone) {
        int days = rhythm == null ? 0 : rhythm.days();
        if (rhythm == null) {
            return new Expected(State.LEARNING, days, NEEDED_DAYS, until, null, List.of());
        }
        if (!isEnough) {
            return new Expected(State.TOO_FEW_VOICES, days, NEEDED_DAYS, until, null, List.of());
        }
        State state = days < NEEDED_DAYS ? State.LEARNING : State.KNOWN;
        return new Expected(
                state,
                days,
                NEEDED_DAYS,
                until,
                total(hoursOf(from, until, zone)),
                series(from, until, interval, zone));
    }

    private Total total(double[] stretch) {
        double mean = rhythm.mean(stretch);
        double spread = rhythm.spread(stretch);
        return new Total(
                Limits.of(Surely.TOTAL, mean, spread),
                Double.isNaN(voicesPerMention) || voicesPerMention == 0
                        ? null
                        : Limits.of(Surely.TOTAL, mean * voicesPerMention, spread));
    }

    private List<Bucket> series(Instant from, Instant until, Interval interval, ZoneId zone) {
        List<Bucket> series = new ArrayList<>();
        for (Instant start = interval.startOf(from, zone); start.isBefore(until); ) {
            Instant next = interval.next(start, zone);
            double[] stretch = hoursOf(start.isBefore(from) ? from : start, next.isAfter(until) ? until : next, zone);
            series.add(new Bucket(start, Limits.of(Surely.BUCKET, rhythm.mean(stretch), rhythm.spread(stretch))));
            start = next;
        }
        return series;
    }

    /** How many hours of each hour of the week. */
    private static double[] hoursOf(Instant from, Instant to, ZoneId zone) {
        double[] hours = new double[PastHours.OF_WEEK];
        for (Instant start = from; start.isBefore(to); ) {
            Instant next = Interval.HOUR.next(start, zone);
            Instant end = next.isAfter(to) ? to : next;
            hours[PastHours.slotOf(start, zone)] += (end.toEpochMilli() - start.toEpochMilli()) / HOUR;
            start = end;
        }
        return hours;
    }
}
