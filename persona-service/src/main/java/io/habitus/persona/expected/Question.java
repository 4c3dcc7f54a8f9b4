package io.habitus.persona.expected;

import io.habitus.persona.range.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Of which stretch the past is asked for, by the hour: what is asked again within the hour is the same question.
 *
 * @param watch {@code project/watch}
 * @param from where the stretch begins and the past ends, a whole hour of the zone
 * @param to where it ends, a whole hour of the zone
 */
record Question(String watch, Instant from, Instant to, ZoneId zone) {

    static Question of(String watch, Instant from, Instant to, ZoneId zone) {
        return new Question(watch, Interval.HOUR.startOf(from, zone), Interval.HOUR.startOf(to, zone), zone);
    }

    /** By so many days the past is gone back at a time, so that each time has a stretch like the one asked for. */
    int stride() {
        return Duration.between(from, to).compareTo(Duration.ofHours(PastHours.OF_DAY + 1)) <= 0 ? 1 : 7;
    }

    /** Whether that is the same stretch up to a day earlier; nothing in the later one was learned from then. */
    boolean isAlike(Question earlier) {
        Duration later = Duration.between(earlier.from, from);
        return watch.equals(earlier.watch)
                && zone.equals(earlier.zone)
                && Duration.between(from, to).equals(Duration.between(earlier.from, earlier.to))
                && !later.isNegative()
                && later.compareTo(Duration.ofDays(1)) <= 0;
    }

    /** The stretch like the one asked for, so many days before it. */
    Instant before(Instant moment, int days) {
        return moment.atZone(zone).minusDays(days).toInstant();
    }
}
