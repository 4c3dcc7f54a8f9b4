package io.habitus.gateway.keys;

import io.habitus.contracts.KeyEvent.Issued;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sessions of browsers. A session is a signed note {@code keyId.expiry.signature}, nothing is stored: it is good on every
 * instance and dies with its key. The signature takes in the hash of the key and a secret that is not in the topic, so
 * reading the topic is not enough to forge one.
 */
public final class Sessions {

    private static final Pattern SHAPE = Pattern.compile("([a-z0-9-]{1,40})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

    private final Keys keys;
    private final byte[] secret;
    private final Duration life;
    private final Clock clock;

    /**
     * @param secret of the installation, the same on every instance
     * @param life of a session from log-in to its end
     */
    public Sessions(Keys keys, byte[] secret, Duration life, Clock clock) {
        this.keys = keys;
        this.secret = Sha256.hmac(secret, "habitus session");
        this.life = life;
        this.clock = clock;
    }

    /**
     * A session of the bearer of a key.
     *
     * @param note what the browser keeps
     * @param endsAt UTC, to the second; never after the key's own end
     */
    public record Session(Issued key, String note, Instant endsAt) {}

    public Session open(Issued key) {
        var end = clock.instant().plus(life);
        if (key.expiresAt() != null && key.expiresAt().isBefore(end)) {
            end = key.expiresAt();
        }
        var endsAt = end.truncatedTo(ChronoUnit.SECONDS);
        var note = key.keyId() + "." + endsAt.getEpochSecond() + "." + signature(key, endsAt.getEpochSecond());
        return new Session(key, note, endsAt);
    }

    /** The session of a note; nothing if it is forged, over, or its key is no longer good. */
    public Optional<Session> opening(String note) {
        var shape = SHAPE.matcher(note);
        if (!shape.matches()) {
            return Optional.empty();
        }
        var end = Long.parseLong(shape.group(2));
        if (clock.instant().getEpochSecond() >= end) {
            return Optional.empty();
        }
        return keys.live(shape.group(1))
                .filter(key -> MessageDigest.isEqual(
                        signature(key, end).getBytes(StandardCharsets.US_ASCII),
                        shape.group(3).getBytes(StandardCharsets.US_ASCII)))
                .map(key -> new Session(key, note, Instant.ofEpochSecond(end)));
    }

    private String signature(Issued key, long end) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.hmac(secret, key.keyId() + "\n" + end + "\n" + key.sha256()));
    }
}
