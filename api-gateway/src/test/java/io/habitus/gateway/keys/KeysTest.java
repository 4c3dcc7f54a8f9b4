package io.habitus.gateway.keys;

import static io.habitus.contracts.KeyEvent.Scope.ADMIN;
import static io.habitus.contracts.KeyEvent.Scope.ERASE;
import static io.habitus.contracts.KeyEvent.Scope.READ;
import static io.habitus.contracts.KeyEvent.Scope.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.KeyEvent;
import io.habitus.contracts.KeyEvent.Issued;
import io.habitus.contracts.Topics;
import io.habitus.gateway.SettableClock;
import io.habitus.gateway.ledger.LedgerInMemory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private final SettableClock clock = new SettableClock();
    private final LedgerInMemory<KeyEvent> ledger = new LedgerInMemory<>();
    private final Keys keys = new Keys(ledger, clock);

    private Keys.Fresh issued() {
        return keys.issue("reader", Set.of(READ), List.of(), null);
    }

    @Test
    void a_key_that_was_issued_opens() {
        var fresh = issued();
        assertThat(keys.opening(fresh.key())).contains(fresh.issued());
    }

    @Test
    void a_key_has_256_random_bits_and_names_its_id() {
        var fresh = issued();
        assertThat(fresh.key())
                .matches("hab_[a-z0-9]{8}_[A-Za-z0-9_-]{43}")
                .contains(fresh.issued().keyId());
        var many = IntStream.range(0, 1_000).mapToObj(_ -> issued().key()).distinct();
        assertThat(many).hasSize(1_000);
    }

    @Test
    void what_is_written_down_holds_no_key() {
        var fresh = issued();
        var secret = fresh.key().substring("hab_12345678_".length());
        var written = ledger.all().values().stream()
                .map(event ->
                        new String(Topics.KEYS.value().serializer().serialize("keys", event), StandardCharsets.UTF_8))
                .toList();
        assertThat(written).singleElement().asString().doesNotContain(secret);
    }

    @Test
    void a_revoked_key_opens_no_more_and_never_again() {
        var fresh = issued();
        keys.revoke(fresh.issued().keyId());
        assertThat(keys.opening(fresh.key())).isEmpty();
        assertThat(keys.all()).isEmpty();
    }

    @Test
    void a_key_opens_until_it_expires() {
        var end = clock.instant().plusSeconds(60);
        var fresh = keys.issue("short", Set.of(READ), List.of(), end);
        clock.goOn(Duration.ofSeconds(59));
        assertThat(keys.opening(fresh.key())).isPresent();
        clock.goOn(Duration.ofSeconds(1));
        assertThat(keys.opening(fresh.key())).isEmpty();
        assertThat(keys.all()).hasSize(1);
    }

    @Test
    void the_right_id_with_another_secret_opens_nothing() {
        var fresh = issued();
        var other = issued();
        var mixed = fresh.key().substring(0, 13) + other.key().substring(13);
        assertThat(keys.opening(mixed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hab_",
                "hab_abcdefgh_short",
                "hab_abcdefgh_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "hab_abcdefgh_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
                "hab_ABCDEF/.._AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void what_is_no_key_opens_nothing(String presented) {
        assertThat(keys.opening(presented)).isEmpty();
    }

    @Test
    void the_installations_own_key_may_do_everything_but_identify() {
        var key = "hab_admin000_" + "x".repeat(43);
        keys.admitFirstKey(HexFormat.of().formatHex(Sha256.of(key)));
        assertThat(keys.opening(key).map(Issued::scopes)).contains(Set.of(READ, WRITE, ADMIN, ERASE));
    }

    @Test
    void the_installations_own_key_stays_revoked_over_a_restart() {
        var key = "hab_admin000_" + "x".repeat(43);
        var hash = HexFormat.of().formatHex(Sha256.of(key));
        keys.admitFirstKey(hash);
        keys.revoke(keys.opening(key).orElseThrow().keyId());
        keys.admitFirstKey(hash);
        assertThat(keys.opening(key)).isEmpty();
    }

    @Test
    void the_installations_own_key_is_written_once() {
        var hash = HexFormat.of().formatHex(Sha256.of("hab_admin000_" + "x".repeat(43)));
        keys.admitFirstKey(hash);
        var first = keys.all();
        clock.goOn(Duration.ofDays(1));
        keys.admitFirstKey(hash);
        assertThat(keys.all()).isEqualTo(first);
    }
}
