package io.habitus.persona.expected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.habitus.persona.Counting;
import io.habitus.persona.Said;
import io.habitus.persona.expected.Expected.State;
import io.habitus.persona.range.Interval;
import io.habitus.persona.range.Range;
import io.habitus.persona.range.RangeView;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
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

    @Test
    void mentions_without_an_author_are_no_voices() {
        hearEvery(Duration.ofMinutes(20), Duration.ofDays(22), 4);
        for (int hour = 25; hour < 480; hour++) {
            counting.hear(Said.post("nobody-" + hour, NOW.minus(Duration.ofHours(hour)), null, "bahn"));
        }
        assertThat(lastDay().orElseThrow().state()).isEqualTo(State.TOO_FEW_VOICES);
    }

    @Test
    void a_single_post_of_long_ago_makes_no_watch_known() {
        counting.hear(Said.post("stray", NOW.minus(Duration.ofDays(50)), "somebody", "bahn"));
        hearEvery(Duration.ofMinutes(2), Duration.ofDays(4), 9);
        var expected = lastDay().orElseThrow();
        assertThat(expected.state()).isEqualTo(State.LEARNING);
        assertThat(expected.knownDays()).isEqualTo(2);
        assertThat(expected.total().mentions().expected()).isBetween(600.0, 840.0);
    }

    @Test
    void nothing_is_said_of_a_stretch_that_has_not_begun_or_is_empty() {
        hearEvery(Duration.ofMinutes(20), Duration.ofDays(22), 9);
        assertThat(usual(NOW.plus(Duration.ofHours(1)), NOW.plus(Duration.ofHours(9)), Interval.HOUR))
                .isEmpty();
        assertThat(usual(NOW, NOW, Interval.HOUR)).isEmpty();
    }

    @Test
    void of_many_watches_some_are_learned_at_a_time_and_the_others_when_asked_again() {
        String[] watches = {"bahn", "post", "bank", "markt", "werke"};
        for (int hour = 1; hour < 480; hour++) {
            counting.hear(Said.post("post-" + hour, NOW.minus(Duration.ofHours(hour)), "voice-" + hour % 9, watches));
        }
        // Each look at the clock takes 0.2 seconds of two.
        var nanos = new AtomicLong();
        var volumes = volumes(() -> nanos.addAndGet(200_000_000), new Semaphore(2));
        var views = counting.ranges("default", new Range(NOW.minus(Duration.ofHours(24)), NOW, Interval.HOUR, BERLIN));
        assertThat(views).hasSize(5);
        var first = volumes.of(views);
        assertThat(first).hasSize(5);
        assertThat(first.getFirst()).isPresent();
        assertThat(first.getLast()).isEmpty();
        for (int again = 0; again < 4; again++) {
            volumes.of(views);
        }
        assertThat(volumes.of(views)).doesNotContain(Optional.empty());
    }

    @Test
    void whoever_does_not_get_a_turn_is_told_what_was_learned_before_or_nothing() {
        hearEvery(Duration.ofMinutes(20), Duration.ofDays(22), 9);
        var nanos = new AtomicLong();
        var readings = new Semaphore(1);
        // Two looks at the clock take nearly the five seconds one would wait.
        var volumes = volumes(() -> nanos.addAndGet(2_490_000_000L), readings);
        var view = view(NOW.minus(Duration.ofHours(24)), NOW, Interval.HOUR);
        var known = volumes.of(view);
        assertThat(known).isPresent();
        readings.acquireUninterruptibly();
        nanos.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(volumes.of(view)).isEqualTo(known);
        assertThat(volumes.of(view(NOW.minus(Duration.ofHours(9)), NOW, Interval.HOUR)))
                .isEmpty();
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
        return counting.usual(view(from, to, interval));
    }

    private RangeView view(Instant from, Instant to, Interval interval) {
        return counting.range("default", "bahn", new Range(from, to, interval, BERLIN));
    }

    private UsualVolumes volumes(LongSupplier nanos, Semaphore readings) {
        return new UsualVolumes(
                counting.timelines(), () -> NOW, Duration.ZERO, new SimpleMeterRegistry(), nanos, readings);
    }

    /** Voices in turn, so far back. */
    private void hearEvery(Duration step, Duration back, int voices) {
        for (Instant at = NOW.minus(back); at.isBefore(NOW); at = at.plus(step)) {
            counting.hear(Said.post("post-" + said, at, "voice-" + said % voices, "bahn"));
            said++;
        }
    }
}
