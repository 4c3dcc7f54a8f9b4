package io.habitus.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.gateway.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {

    private final SettableClock clock = new SettableClock();
    private final FailedAttempts attempts = new FailedAttempts(clock);

    private void fail(String address, int times) {
        for (var i = 0; i < times; i++) {
            assertThat(attempts.count(address)).isZero();
        }
    }

    @Test
    void ten_may_fail_at_once() {
        fail("192.0.2.1", 10);
        assertThat(attempts.count("192.0.2.1")).isPositive();
    }

    @Test
    void whoever_waits_as_told_may_try_again() {
        fail("192.0.2.1", 10);
        clock.goOn(attempts.count("192.0.2.1"));
        fail("192.0.2.1", 1);
        assertThat(attempts.count("192.0.2.1")).isPositive();
    }

    @Test
    void after_a_minute_all_is_forgotten() {
        fail("192.0.2.1", 10);
        clock.goOn(Duration.ofMinutes(1));
        fail("192.0.2.1", 10);
    }

    @Test
    void trying_on_while_refused_does_not_make_it_longer() {
        fail("192.0.2.1", 10);
        var wait = attempts.count("192.0.2.1");
        for (var i = 0; i < 100; i++) {
            assertThat(attempts.count("192.0.2.1")).isEqualTo(wait);
        }
    }

    @Test
    void others_are_not_to_blame() {
        fail("192.0.2.1", 10);
        fail("192.0.2.2", 10);
    }

    @Test
    void addresses_of_one_ipv6_network_are_one_visitor() {
        fail("2001:db8:1:2::1", 5);
        fail("2001:db8:1:2:ffff::2", 5);
        assertThat(attempts.count("2001:db8:1:2::3")).isPositive();
        fail("2001:db8:1:3::1", 1);
    }
}
