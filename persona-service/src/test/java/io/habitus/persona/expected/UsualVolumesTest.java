package io.habitus.persona.expected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.habitus.persona.Counting;
import io.habitus.persona.Said;
import io.habitus.persona.expected.Expected.State;
import io.habitus.persona.range.Interval;
import io.habitus.persona.range.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsualVolumesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-20T10:30:00Z");
    private final Counting counting = new Counting(NOW);
    private int said;

    @AfterEach
    void close() {
        counting.close();
    }

    @Test
    void of_a_watch_never_heard_it_learns() {
        var expected = lastDay().orElseThrow();
        assertThat(expected.state()).isEqualTo(State.LEARNING);
        assertThat(expected.knownDays()).isZero();
        assertThat(expected.neededDays()).isEqualTo(14);
        assertThat(expected.total()).isNull();
        assertThat(expected.series()).isEmpty();
    }

    @Test
    void what_is_heard_in_the_stretch_itself_is_not_learned_from() {
        hearEvery(Duration.ofMinutes(10), Duration.ofHours(24), 9);
        assertThat(lastDay().orElseThrow().knownDays()).isZero();
        hearEvery(Duration.ofMinutes(20), Duration.ofDays(20), 9);
        var before = lastDay().orElseThrow();
        hearEvery(Duration.ofMinutes(1), Duration.ofHours(23), 40);
        assertThat(lastDay().orElseThrow()).isEqualTo(before);
    }

    @Test
    void after_three_days_it_says_so_and_is_less_sure_than_after_three_weeks() {
        hearEvery(Duration.ofMinutes(20), Duration.ofDays(4), 9);
        var early = lastDay().orElseThrow();
        assertThat(early.state()).isEqualTo(State.LEARNING);
        assertThat(early.knownDays()).isEqualTo(2);
        hearEvery(Duration.ofMinutes(20), Duration.ofDays(22), 9);
        var late = lastDay().orElseThrow();
        assertThat(late.state()).isEqualTo(State.KNOWN);
        assertThat(late.knownDays()).isBetween(19, 21);
        assertThat(late.total().mentions().expected()).isBetween(65.0, 79.0);
        assertThat(early.total().mentions().high())
                .isGreaterThan(late.total().mentions().high());
        assertThat(early.total().mentions().low())
                .isLessThan(late.total().mentions().low());
    }

    @Test
    void voices_of_the_total_are_those_of_whole_stretches_not_of_their_hours() {
        hearEvery(Duration.ofMinutes(20), Duration.ofDays(22), 9);
        // Nine people take turns all day long.
        assertThat(lastDay().orElseThrow().total().voices().expected()).isBetween(8.0, 10.0);
    }

    @Test
    void of_so_few_voices_that_figures_could_tell_of_one_nothing_is_said() {
        hearEvery(Duration.ofMinutes(20), Duration.ofDays(22), 4);
        var expected = lastDay().orElseThrow();
        assertThat(expected.state()).isEqualTo(State.TOO_FEW_VOICES);
        assertThat(expected.total()).isNull();
        assertThat(expected.series()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOUR", "DAY"})
    void every_bucket_begun_has_limits_and_of_the_outermost_only_what_lies_within(Interval interval) {
        hearEvery(Duration.ofMinutes(5), Duration.ofDays(30), 50);
        var from = NOW.minus(Duration.ofMinutes(49 * 60 + 20));
        var expected = usual(from, NOW.plus(Duration.ofHours(13)), interval).orElseThrow();
        assertThat(expected.until()).isEqualTo(NOW);
        assertThat(expected.series()).hasSize(interval == Interval.HOUR ? 50 : 3);
        assertThat(expected.series().stream()
                        .mapToDouble(bucket -> bucket.mentions().expected())
                        .sum())
                .isCloseTo(expected.total().mentions().expected(), within(0.5));
        var last = expected.series().getLast();
        assertThat(last.start()).isBefore(NOW);
        assertThat(expected.series()).allSatisfy(bucket -> {
            assertThat(bucket.mentions().low())
                    .isLessThanOrEqualTo((long) Math.ceil(bucket.mentions().expected()));
            assertThat(bucket.mentions().high())
                    .isGreaterThanOrEqualTo((long) bucket.mentions().expected());
        });
    }

    @Test
    void longer_stretches_and_other_buckets_have_none() {
        hearEvery(Duration.ofHours(1), Duration.ofDays(200), 9);
        assertThat(usual(NOW.minus(Duration.ofDays(90)), NOW, Interval.DAY)).isPresent();
        assertThat(usual(NOW.minus(Duration.ofDays(92)), NOW, Interval.DAY)).isEmpty();
        assertThat(usual(NOW.minus(Duration.ofDays(60)), NOW, Interval.WEEK)).isEmpty();
        assertThat(usual(NOW.minus(Duration.ofHours(2)), NOW, Interval.MINUTE)).isEmpty();
    }

    private Optional<Expected> lastDay() {
        return usual(NOW.minus(Duration.ofHours(24)), NOW, Interval.HOUR);
    }

    private Optional<Expected> usual(Instant from, Instant to, Interval interval) {
        return counting.usual(counting.range("default", "bahn", new Range(from, to, interval, BERLIN)));
    }

    /** Voices in turn, so far back. */
    private void hearEvery(Duration step, Duration back, int voices) {
        for (Instant at = NOW.minus(back); at.isBefore(NOW); at = at.plus(step)) {
            counting.hear(Said.post("post-" + said, at, "voice-" + said % voices, "bahn"));
            said++;
        }
    }
}
