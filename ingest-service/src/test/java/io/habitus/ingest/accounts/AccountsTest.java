package io.habitus.ingest.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.ingest.accounts.Accounts.Statement;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Accounts accounts = new Accounts(meters);

    @Test
    void received_is_published_and_seen_and_unreadable_of_each_source() {
        accounts.settled("twitter", Outcome.PUBLISHED, NOON);
        accounts.settled("twitter", Outcome.PUBLISHED, NOON);
        accounts.settled("twitter", Outcome.SEEN, NOON);
        accounts.settled("forum", Outcome.UNREADABLE, NOON.plusSeconds(1));

        assertThat(accounts.statements())
                .containsExactly(
                        new Statement("forum", 1, 0, 0, 1, NOON.plusSeconds(1)),
                        new Statement("twitter", 3, 2, 1, 0, NOON));
    }

    @Test
    void the_counters_say_the_same() {
        accounts.settled("twitter", Outcome.PUBLISHED, NOON);
        accounts.settled("twitter", Outcome.SEEN, NOON);

        assertThat(meters.get("posts.received").tag("source", "twitter").counters())
                .extracting(counter -> counter.count())
                .containsExactlyInAnyOrder(1.0, 1.0, 0.0);
    }

    @Test
    void sources_without_end_share_one_account() {
        for (int i = 0; i < 3_000; i++) {
            accounts.settled("s" + i, Outcome.PUBLISHED, NOON);
        }
        assertThat(accounts.statements()).hasSize(1_001);
        assertThat(accounts.statements().stream().mapToLong(Statement::received).sum())
                .isEqualTo(3_000);
    }
}
