package io.habitus.persona.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptPastsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:05:00Z");
    private static final Learned LEARNED = new Learned(null, false, 0.9);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final KeptPasts kept = new KeptPasts(nanos::get);

    @ParameterizedTest
    @CsvSource({"PT0.001S, PT30S", "PT1S, PT300S", "PT1M, PT30M"})
    void the_dearer_it_was_the_longer_it_is_used_within_bounds(Duration took, Duration used) {
        kept.keep(dayBefore(NOW), LEARNED, took);
        nanos.addAndGet(used.minusMillis(1).toNanos());
        assertThat(kept.of(dayBefore(NOW))).contains(LEARNED);
        nanos.addAndGet(Duration.ofMillis(2).toNanos());
        assertThat(kept.of(dayBefore(NOW))).isEmpty();
    }

    @Test
    void whoever_asks_in_the_same_hour_asks_the_same_and_in_the_next_another() {
        kept.keep(dayBefore(NOW), LEARNED, Duration.ofSeconds(1));
        assertThat(kept.of(dayBefore(NOW.plus(Duration.ofMinutes(54))))).contains(LEARNED);
        assertThat(kept.of(dayBefore(NOW.plus(Duration.ofMinutes(55))))).isEmpty();
    }

    @Test
    void what_was_learned_for_an_earlier_stretch_as_long_is_better_than_nothing() {
        kept.keep(dayBefore(NOW), LEARNED, Duration.ofSeconds(1));
        nanos.addAndGet(Duration.ofHours(3).toNanos());
        assertThat(kept.of(dayBefore(NOW))).isEmpty();
        assertThat(kept.older(dayBefore(NOW))).contains(LEARNED);
        assertThat(kept.older(dayBefore(NOW.plus(Duration.ofHours(3))))).contains(LEARNED);
        assertThat(kept.older(dayBefore(NOW.plus(Duration.ofHours(26))))).isEmpty();
        assertThat(kept.older(dayBefore(NOW.minus(Duration.ofHours(1)))))
                .as("what was learned then is of the stretch itself")
                .isEmpty();
        assertThat(kept.older(Question.of("default/bahn", NOW.minus(Duration.ofHours(9)), NOW, ZoneOffset.UTC)))
                .isEmpty();
        assertThat(kept.older(Question.of("default/post", NOW.minus(Duration.ofHours(24)), NOW, ZoneOffset.UTC)))
                .isEmpty();
    }

    private static Question dayBefore(Instant to) {
        return Question.of("default/bahn", to.minus(Duration.ofHours(24)), to, ZoneOffset.UTC);
    }
}
