package io.habitus.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.KeyEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every ledger does. */
abstract class LedgerContract {

    static final Instant AT = Instant.parse("2026-11-22T14:05:00Z");

    abstract Ledger<KeyEvent> ledger();

    @Test
    void what_was_never_written_is_not_there() {
        assertThat(ledger().newest("nobody")).isEmpty();
    }

    @Test
    void what_was_written_is_there_when_writing_returns() {
        var ledger = ledger();
        ledger.write("k1", new KeyEvent.Revoked("k1", AT));
        assertThat(ledger.newest("k1")).contains(new KeyEvent.Revoked("k1", AT));
    }

    @Test
    void the_last_word_on_a_key_counts() {
        var ledger = ledger();
        ledger.write("k2", new KeyEvent.Revoked("k2", AT));
        ledger.write("k2", new KeyEvent.Revoked("k2", AT.plusSeconds(1)));
        assertThat(ledger.newest("k2")).contains(new KeyEvent.Revoked("k2", AT.plusSeconds(1)));
    }

    @Test
    void all_are_sorted_by_key() {
        var ledger = ledger();
        ledger.write("z", new KeyEvent.Revoked("z", AT));
        ledger.write("a", new KeyEvent.Revoked("a", AT));
        assertThat(List.copyOf(ledger.all().keySet())).isSorted().contains("a", "z");
    }
}
