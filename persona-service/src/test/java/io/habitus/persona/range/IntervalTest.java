package io.habitus.persona.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void the_day_the_clock_goes_forward_has_23_hours() {
        var hours = buckets("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", Interval.HOUR, BERLIN);
        var days = buckets("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", Interval.DAY, BERLIN);

        assertThat(hours).hasSize(23);
        assertThat(days).containsExactly(Instant.parse("2026-03-28T23:00:00Z"));
    }

    @Test
    void the_day_the_clock_goes_back_has_25_hours() {
        var hours = buckets("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", Interval.HOUR, BERLIN);

        assertThat(hours).hasSize(25);
        assertThat(hours).doesNotHaveDuplicates();
    }

    @Test
    void months_begin_at_local_midnight_in_winter_and_summer() {
        assertThat(buckets("2026-03-05T00:00:00Z", "2026-05-02T00:00:00Z", Interval.MONTH, BERLIN))
                .containsExactly(
                        Instant.parse("2026-02-28T23:00:00Z"),
                        Instant.parse("2026-03-31T22:00:00Z"),
                        Instant.parse("2026-04-30T22:00:00Z"));
    }

    @Test
    void weeks_begin_on_monday() {
        assertThat(buckets("2026-11-22T12:00:00Z", "2026-11-23T12:00:00Z", Interval.WEEK, ZoneId.of("UTC")))
                .containsExactly(Instant.parse("2026-11-16T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));
    }

    @Test
    void a_day_without_midnight_begins_when_its_date_does() {
        // In São Paulo the clock went from midnight to one on 4 November 2018.
        assertThat(buckets(
                        "2018-11-04T02:00:00Z", "2018-11-05T01:00:00Z", Interval.DAY, ZoneId.of("America/Sao_Paulo")))
                .containsExactly(Instant.parse("2018-11-03T03:00:00Z"), Instant.parse("2018-11-04T03:00:00Z"))
                .hasSize(2);
    }

    @Test
    void a_date_that_never_was_has_no_bucket() {
        // Samoa went from 29 to 31 December 2011.
        assertThat(buckets("2011-12-29T12:00:00Z", "2011-12-31T09:00:00Z", Interval.DAY, ZoneId.of("Pacific/Apia")))
                .hasSize(2);
    }

    @Test
    void hours_of_a_zone_with_half_an_hour_begin_with_its_clock() {
        assertThat(buckets("2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z", Interval.HOUR, ZoneId.of("Asia/Kolkata")))
                .containsExactly(Instant.parse("2026-01-01T09:30:00Z"), Instant.parse("2026-01-01T10:30:00Z"));
    }

    @ParameterizedTest
    @EnumSource(Interval.class)
    void a_bucket_begins_where_the_one_before_ends_in_every_zone(Interval interval) {
        var start = Instant.parse("2011-12-01T00:00:00Z");
        for (var id : ZoneId.getAvailableZoneIds()) {
            var zone = ZoneId.of(id);
            var bucket = interval.startOf(start, zone);
            for (int i = 0; i < 60; i++) {
                var next = interval.next(bucket, zone);
                assertThat(next).as(id).isAfter(bucket);
                assertThat(interval.startOf(bucket, zone)).as(id).isEqualTo(bucket);
                assertThat(interval.startOf(next.minusMillis(1), zone)).as(id).isEqualTo(bucket);
                assertThat(interval.startOf(next, zone)).as(id).isEqualTo(next);
                bucket = next;
            }
        }
    }

    @Test
    void five_thousand_buckets_are_enough() {
        var from = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(Buckets.of(from, from.plus(Duration.ofMinutes(5_000)), Interval.MINUTE, BERLIN)
                        .count())
                .isEqualTo(5_000);
        assertThatThrownBy(() -> Buckets.of(from, from.plus(Duration.ofMinutes(5_001)), Interval.MINUTE, BERLIN))
                .isInstanceOf(TooManyBuckets.class)
                .hasMessageContaining("5000 buckets by minute");
    }

    @Test
    void unless_asked_for_an_interval_there_are_at_most_200_buckets() {
        var from = Instant.parse("2026-01-01T00:17:00Z");
        for (var length = Duration.ofMinutes(1); length.toDays() < 16 * 365; length = length.multipliedBy(3)) {
            var interval = Buckets.readable(from, from.plus(length));
            assertThat(Buckets.of(from, from.plus(length), interval, BERLIN).count())
                    .as("%s by %s", length, interval)
                    .isBetween(1, 200);
        }
    }

    private static List<Instant> buckets(String from, String to, Interval interval, ZoneId zone) {
        var buckets = Buckets.of(Instant.parse(from), Instant.parse(to), interval, zone);
        return Arrays.stream(buckets.starts(), 0, buckets.count())
                .mapToObj(Instant::ofEpochMilli)
                .toList();
    }
}
