package io.habitus.gateway.origin;

import io.habitus.gateway.answers.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * Opens what ingest-service sealed: who wrote a post, and where it stands. The form:
 *
 * <pre>
 * origin    = Base64 of  version | nonce | ciphertext | tag
 * version   = 1 byte, 0x01
 * nonce     = 12 bytes
 * algorithm = AES-256-GCM with a tag of 128 bits
 * aad       = the post id in ASCII: a seal opens on its own post only
 * plaintext = UTF-8 JSON with externalId, url, handle, name; absent instead of null
 * </pre>
 */
public final class Origins {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;

    /** @param key 32 bytes, the same that ingest-service seals with */
    public Origins(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * Who and where a post is from. Each is null where its source did not say.
     *
     * @param externalId the source's own id of the post
     */
    public record Origin(String externalId, String url, String handle, String name) {}

    /** The origin of a post; nothing if this is not its seal, or was sealed with another key. */
    public Optional<Origin> open(String postId, String sealed) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            if (bytes.length <= 1 + NONCE_BYTES || bytes[0] != VERSION) {
                return Optional.empty();
            }
            // A Cipher is for one thread; a new one costs little for what a person asks for now and then.
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, bytes, 1, NONCE_BYTES));
            cipher.updateAAD(postId.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(read(cipher.doFinal(bytes, 1 + NONCE_BYTES, bytes.length - 1 - NONCE_BYTES)));
        } catch (AEADBadTagException | IllegalArgumentException notTheSeal) {
            return Optional.empty();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java cannot decrypt with AES-GCM", broken);
        }
    }

    private static Origin read(byte[] stated) {
        var json = Json.tree(stated);
        return new Origin(text(json, "externalId"), text(json, "url"), text(json, "handle"), text(json, "name"));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).isString() ? json.path(field).stringValue() : null;
    }
}
