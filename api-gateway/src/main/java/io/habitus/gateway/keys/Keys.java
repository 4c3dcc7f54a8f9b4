package io.habitus.gateway.keys;

import io.habitus.contracts.KeyEvent;
import io.habitus.contracts.KeyEvent.Issued;
import io.habitus.contracts.KeyEvent.Scope;
import io.habitus.gateway.ledger.Ledger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The keys that open the door. A key is {@code hab_<id>_<256 random bits>}; only its SHA-256 is kept, so whoever reads the
 * topic opens nothing.
 *
 * <p>The key the installation is started with names no id that this room chose. It is known as {@code admin-} and the
 * first 8 digits of its hash.
 */
public final class Keys {

    private static final Pattern SHAPE = Pattern.compile("hab_([A-Za-z0-9]{8})_[A-Za-z0-9_-]{43}");
    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final Set<Scope> FIRST_KEY_MAY = EnumSet.complementOf(EnumSet.of(Scope.IDENTIFY));

    private final Ledger<KeyEvent> ledger;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Keys(Ledger<KeyEvent> ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A key that was just made. The only moment in which the key itself is known. */
    public record Fresh(String key, Issued issued) {}

    /** Whom a presented key belongs to; nothing if it is no key, unknown, revoked or expired. */
    public Optional<Issued> opening(String presented) {
        var shape = SHAPE.matcher(presented);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var hash = Sha256.of(presented);
        return live(shape.group(1))
                .filter(issued -> sameHash(issued, hash))
                .or(() -> live(firstKeyId(HexFormat.of().formatHex(hash))).filter(issued -> sameHash(issued, hash)));
    }

    /** The key with this id; nothing if it is unknown, revoked or expired. */
    public Optional<Issued> live(String id) {
        return issued(id).filter(issued -> !expired(issued));
    }

    /** The key with this id, expired or not; nothing if it is unknown or revoked. */
    public Optional<Issued> issued(String id) {
        return ledger.newest(id).flatMap(event -> switch (event) {
            case Issued issued -> Optional.of(issued);
            case KeyEvent.Revoked _ -> Optional.empty();
        });
    }

    /** Every key that is not revoked, sorted by id. */
    public List<Issued> all() {
        return ledger.all().keySet().stream()
                .map(this::issued)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Makes a key.
     *
     * @param projects it opens; empty for all
     * @param expiresAt UTC, or null for never
     */
    public Fresh issue(String name, Set<Scope> scopes, List<String> projects, Instant expiresAt) {
        var id = newId();
        var secret = new byte[32];
        random.nextBytes(secret);
        var key = "hab_" + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var issued = new Issued(
                id,
                name,
                HexFormat.of().formatHex(Sha256.of(key)),
                new TreeSet<>(scopes),
                List.copyOf(projects),
                now(),
                expiresAt);
        ledger.write(id, issued);
        return new Fresh(key, issued);
    }

    /** Revokes a key for ever. Other instances refuse it as soon as they have read so: a moment later. */
    public void revoke(String id) {
        ledger.write(id, new KeyEvent.Revoked(id, now()));
    }

    /**
     * Makes the key the installation was started with valid, unless it was before or was revoked since.
     *
     * @param sha256 of that key, 64 hexadecimal digits
     */
    public void admitFirstKey(String sha256) {
        var id = firstKeyId(sha256);
        if (ledger.newest(id).isEmpty()) {
            ledger.write(id, new Issued(id, "admin", sha256, new TreeSet<>(FIRST_KEY_MAY), List.of(), now(), null));
        }
    }

    private boolean expired(Issued issued) {
        return issued.expiresAt() != null && !clock.instant().isBefore(issued.expiresAt());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String newId() {
        var id = new StringBuilder();
        while (id.length() < 8) {
            id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
        }
        // Some 2.8 * 10^12 ids: a second try is for completeness.
        return ledger.newest(id.toString()).isEmpty() ? id.toString() : newId();
    }

    private static String firstKeyId(String sha256) {
        return "admin-" + sha256.substring(0, 8);
    }

    private static boolean sameHash(Issued issued, byte[] hash) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(issued.sha256()), hash);
    }
}
