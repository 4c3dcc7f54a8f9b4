package io.habitus.gateway.keys;

import static io.habitus.contracts.KeyEvent.Scope.READ;
import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.KeyEvent;
import io.habitus.gateway.SettableClock;
import io.habitus.gateway.ledger.LedgerInMemory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Duration LIFE = Duration.ofHours(12);

    private final SettableClock clock = new SettableClock();
    private final Keys keys = new Keys(new LedgerInMemory<KeyEvent>(), clock);
    private final Sessions sessions = new Sessions(keys, new byte[32], LIFE, clock);
    private final KeyEvent.Issued key =
            keys.issue("reader", Set.of(READ), List.of(), null).issued();

    @Test
    void a_session_belongs_to_its_key() {
        var session = sessions.open(key);
        assertThat(sessions.opening(session.note()).map(Sessions.Session::key)).contains(key);
    }

    @Test
    void a_session_is_over_after_its_life() {
        var note = sessions.open(key).note();
        clock.goOn(LIFE.minusSeconds(1));
        assertThat(sessions.opening(note)).isPresent();
        clock.goOn(Duration.ofSeconds(1));
        assertThat(sessions.opening(note)).isEmpty();
    }

    @Test
    void a_session_does_not_outlive_its_key() {
        var brief = keys.issue("brief", Set.of(READ), List.of(), clock.instant().plusSeconds(60))
                .issued();
        assertThat(sessions.open(brief).endsAt()).isEqualTo(brief.expiresAt());
    }

    @Test
    void a_session_dies_with_its_key() {
        var note = sessions.open(key).note();
        keys.revoke(key.keyId());
        assertThat(sessions.opening(note)).isEmpty();
    }

    @Test
    void a_session_cannot_be_made_longer() {
        var parts = sessions.open(key).note().split("\\.");
        assertThat(sessions.opening(parts[0] + "." + (Long.parseLong(parts[1]) + 1) + "." + parts[2]))
                .isEmpty();
    }

    @Test
    void a_session_cannot_be_turned_into_another_keys() {
        var other = keys.issue("other", Set.of(READ), List.of(), null).issued();
        var parts = sessions.open(key).note().split("\\.");
        assertThat(sessions.opening(other.keyId() + "." + parts[1] + "." + parts[2]))
                .isEmpty();
    }

    @Test
    void whoever_knows_the_hash_but_not_the_secret_forges_nothing() {
        var forger = new Sessions(keys, "another secret".getBytes(StandardCharsets.UTF_8), LIFE, clock);
        assertThat(sessions.opening(forger.open(key).note())).isEmpty();
    }

    @Test
    void what_is_no_session_opens_nothing() {
        assertThat(sessions.opening("")).isEmpty();
        assertThat(sessions.opening("a.b.c")).isEmpty();
        assertThat(sessions.opening(key.keyId() + ".99999999999999999999." + "A".repeat(43)))
                .isEmpty();
    }
}
