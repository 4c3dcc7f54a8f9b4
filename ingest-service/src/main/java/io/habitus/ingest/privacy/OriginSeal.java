package io.habitus.ingest.privacy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Seals what a post would name people by, for api-gateway alone: the {@code origin} of a post.
 *
 * <p>The form, which api-gateway opens without this class ({@code docs/origin-format.md}):
 *
 * <pre>
 * origin    = Base64, standard alphabet, padded, of  version | nonce | ciphertext | tag
 * version   = 1 byte, 0x01
 * nonce     = 12 random bytes, never used twice
 * algorithm = AES-256-GCM with a 128-bit tag (16 bytes, as Java's AES/GCM/NoPadding appends it)
 * key       = the 32 bytes of the file ingest.origin-key-file
 * aad       = the post id: 32 lower-case hexadecimal digits in ASCII
 * plaintext = UTF-8 JSON {"externalId":"…","url":"…","handle":"…","name":"…"}, absent instead of null
 * </pre>
 *
 * Holds one cipher and is therefore for one thread.
 */
public final class OriginSeal {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    // Drawing random bytes costs a lock and a system call: draw for many posts at once.
    private static final int NONCES_AT_ONCE = 64;

    private final SecretKey key;
    private final SecureRandom random;
    private final JsonFactory json;
    private final Cipher cipher;
    private final byte[] nonces = new byte[NONCES_AT_ONCE * NONCE_BYTES];
    private final ByteArrayOutputStream plain = new ByteArrayOutputStream(256);
    private int nextNonce = nonces.length;

    OriginSeal(SecretKey key, SecureRandom random, JsonFactory json) {
        this.key = key;
        this.random = random;
        this.json = json;
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java cannot encrypt with AES-GCM", broken);
        }
    }

    /**
     * The sealed origin of a post.
     *
     * @param postId to which the seal is bound: moved to another post it cannot be opened
     * @param externalId the native id
     * @param url of the post, http or https, or null
     * @param handle of the author without {@code @}, or null
     * @param name the author shows, or null
     */
    public String seal(String postId, String externalId, String url, String handle, String name) {
        byte[] stated = stated(externalId, url, handle, name);
        if (nextNonce == nonces.length) {
            random.nextBytes(nonces);
            nextNonce = 0;
        }
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonces, nextNonce, NONCE_BYTES));
            cipher.updateAAD(postId.getBytes(StandardCharsets.US_ASCII));
            byte[] sealed = new byte[1 + NONCE_BYTES + cipher.getOutputSize(stated.length)];
            sealed[0] = VERSION;
            System.arraycopy(nonces, nextNonce, sealed, 1, NONCE_BYTES);
            cipher.doFinal(stated, 0, stated.length, sealed, 1 + NONCE_BYTES);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("sealing an origin failed", broken);
        } finally {
            nextNonce += NONCE_BYTES;
        }
    }

    private byte[] stated(String externalId, String url, String handle, String name) {
        plain.reset();
        try (JsonGenerator out = json.createGenerator(ObjectWriteContext.empty(), plain)) {
            out.writeStartObject();
            out.writeStringProperty("externalId", externalId);
            writeUnlessNull(out, "url", url);
            writeUnlessNull(out, "handle", handle);
            writeUnlessNull(out, "name", name);
            out.writeEndObject();
        }
        return plain.toByteArray();
    }

    private static void writeUnlessNull(JsonGenerator out, String property, String value) {
        if (value != null) {
            out.writeStringProperty(property, value);
        }
    }
}
