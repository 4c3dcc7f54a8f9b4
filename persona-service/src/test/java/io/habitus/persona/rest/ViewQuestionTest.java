package io.habitus.persona.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.range.Interval;
import io.habitus.persona.range.Range;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ViewQuestionTest {

    @Test
    void without_anything_it_is_the_last_day() {
        assertThat(ViewQuestion.of(null, null, null, null, null)).isEqualTo(new ViewQuestion.Rolling(Window.DAY));
    }

    @Test
    void a_window_is_one_of_three_words() {
        assertThat(ViewQuestion.of("hour", null, null, null, "Europe/Berlin"))
                .isEqualTo(new ViewQuestion.Rolling(Window.HOUR));
        refused("HOUR", null, null, null, null, "none of hour, day, week");
        refused("year", null, null, null, null, "none of hour, day, week");
    }

    @Test
    void a_window_has_no_range_of_its_own() {
        refused("day", "2026-01-01", null, null, null, "rolling window");
        refused("day", null, null, "hour", null, "rolling window");
    }

    @Test
    void a_range_may_be_open_at_either_end() {
        assertThat(ViewQuestion.of(null, null, null, "month", null))
                .isEqualTo(new ViewQuestion.Chosen(new Range(null, null, Interval.MONTH, ZoneOffset.UTC)));
    }

    @Test
    void times_come_with_any_offset_and_dates_begin_in_the_zone_asked_for() {
        assertThat(ViewQuestion.of(null, "2026-07-01", "2026-07-02T12:00:00+05:30", null, "Europe/Berlin"))
                .isEqualTo(new ViewQuestion.Chosen(new Range(
                        Instant.parse("2026-06-30T22:00:00Z"),
                        Instant.parse("2026-07-02T06:30:00Z"),
                        null,
                        ZoneId.of("Europe/Berlin"))));
    }

    @Test
    void what_makes_no_sense_is_refused_with_the_parameter() {
        refused(null, "yesterday", null, null, null, "not a time");
        refused(null, "2026-13-01", null, null, null, "not a time");
        refused(null, "+999999999-12-31T23:59:59Z", null, null, null, "1900 and 3000");
        refused(null, "2026-01-02", "2026-01-02", null, null, "before to");
        refused(null, "2026-01-02", "2026-01-01", null, null, "before to");
        refused(null, null, null, "fortnight", null, "none of minute, hour, day, week, month");
        refused(null, null, null, null, "Mars/Olympus", "time zone");
        refused(null, null, null, null, "", "time zone");
    }

    private static void refused(String window, String from, String to, String interval, String tz, String why) {
        assertThatThrownBy(() -> ViewQuestion.of(window, from, to, interval, tz))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(422);
                    assertThat(problem.getBody().getDetail()).contains(why);
                    assertThat(problem.getBody().getProperties()).containsKey("errors");
                });
    }
}
