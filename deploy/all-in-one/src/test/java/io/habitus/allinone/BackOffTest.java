package io.habitus.allinone;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final BackOff backOff = new BackOff();

    @Test
    void the_wait_doubles_up_to_half_a_minute() {
        var waits = Stream.generate(() -> backOff.afterRunning(Duration.ZERO)).limit(7);

        assertThat(waits)
                .containsExactly(
                        ofSeconds(1),
                        ofSeconds(2),
                        ofSeconds(4),
                        ofSeconds(8),
                        ofSeconds(16),
                        ofSeconds(30),
                        ofSeconds(30));
    }

    @Test
    void after_a_minute_of_running_the_wait_is_short_again() {
        backOff.afterRunning(Duration.ZERO);
        backOff.afterRunning(Duration.ZERO);

        assertThat(backOff.afterRunning(ofMinutes(1))).isEqualTo(ofSeconds(1));
    }
}
