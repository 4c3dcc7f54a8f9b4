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
                        new Statement("forum", 1, 0, 0, 1, NOON.plusSeconds(1), NOON.plusSeconds(1)),
                        new Statement("twitter", 3, 2, 1, 0, NOON, NOON));
    }

    @Test
    void what_was_noted_goes_on_after_a_restart() {
        accounts.settled("twitter", Outcome.PUBLISHED, NOON);
        accounts.settled("twitter", Outcome.UNREADABLE, NOON.plusSeconds(1));
        var restarted = new Accounts(new SimpleMeterRegistry());
        accounts.unnoted().forEach(restarted::restore);
        restarted.settled("twitter", Outcome.SEEN, NOON.plusSeconds(9));

        assertThat(restarted.statements())
                .containsExactly(new Statement("twitter", 3, 1, 1, 1, NOON, NOON.plusSeconds(9)));
    }

    @Test
    void what_is_restored_twice_counts_once() {
        accounts.settled("twitter", Outcome.PUBLISHED, NOON);
        var restarted = new Accounts(new SimpleMeterRegistry());
        accounts.unnoted().forEach(restarted::restore);
        accounts.unnoted().forEach(restarted::restore);

        assertThat(restarted.statements()).isEqualTo(accounts.statements());
    }

    @Test
    void more_accounts_than_are_opened_anew_go_on_each_with_its_own_totals() {
        for (int i = 0; i < 1_000; i++) {
            accounts.settled("s" + i, Outcome.PUBLISHED, NOON);
        }
        accounts.settled("one more", Outcome.PUBLISHED, NOON);
        accounts.settled("and another", Outcome.PUBLISHED, NOON);
        var noted = accounts.unnoted();
        var restarted = new Accounts(new SimpleMeterRegistry());
        // The account of the others is read before the last one that has a name.
        noted.stream().filter(account -> account.source().equals("(others)")).forEach(restarted::restore);
        noted.stream().filter(account -> !account.source().equals("(others)")).forEach(restarted::restore);

        assertThat(restarted.statements()).isEqualTo(accounts.statements());
    }

    @Test
    void only_what_changed_is_noted_again() {
        accounts.settled("twitter", Outcome.PUBLISHED, NOON);
        accounts.settled("forum", Outcome.PUBLISHED, NOON);
        var written = accounts.unnoted();
        // Settled while the log was being written to.
        accounts.settled("forum", Outcome.SEEN, NOON);
        accounts.noted(written);

        assertThat(accounts.unnoted()).extracting(account -> account.source()).containsExactly("forum");
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
