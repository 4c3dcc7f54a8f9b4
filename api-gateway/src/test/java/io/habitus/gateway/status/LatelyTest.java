package io.habitus.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.gateway.SettableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatelyTest {

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final Lately<Integer> lately = new Lately<>(lookUps::incrementAndGet, Duration.ofSeconds(1), clock);

    @Test
    void it_is_looked_up_once_however_many_ask() {
        lately.get();
        lately.get();
        assertThat(lately.get()).isEqualTo(1);
    }

    @Test
    void it_is_looked_up_again_when_it_is_no_longer_fresh() {
        lately.get();
        clock.goOn(Duration.ofSeconds(1));
        assertThat(lately.get()).isEqualTo(2);
    }
}
