package io.habitus.gateway.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class OriginsTest {

    private static final byte[] KEY = "an origin key of thirty-two byte".getBytes(StandardCharsets.US_ASCII);
    private static final String POST = "0123456789abcdef0123456789abcdef";

    private final Origins origins = new Origins(KEY);

    /** Seals as the sheet says, without the code that opens. */
    static String seal(byte[] key, String postId, String json) throws GeneralSecurityException {
        var nonce = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(postId.getBytes(StandardCharsets.US_ASCII));
        var sealed = cipher.doFinal(json.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(13 + sealed.length)
                        .put((byte) 1)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    @Test
    void what_was_sealed_opens() throws GeneralSecurityException {
        var sealed = seal(
                KEY,
                POST,
                "{\"externalId\":\"42\",\"url\":\"https://example.de/42\",\"handle\":\"änne\",\"name\":\"Änne\"}");
        assertThat(origins.open(POST, sealed))
                .contains(new Origins.Origin("42", "https://example.de/42", "änne", "Änne"));
    }

    @Test
    void what_a_source_did_not_say_is_null() throws GeneralSecurityException {
        assertThat(origins.open(POST, seal(KEY, POST, "{\"externalId\":\"42\"}")))
                .contains(new Origins.Origin("42", null, null, null));
    }

    @Test
    void a_seal_opens_on_its_own_post_only() throws GeneralSecurityException {
        var sealed = seal(KEY, POST, "{\"externalId\":\"42\"}");
        assertThat(origins.open("f".repeat(32), sealed)).isEmpty();
    }

    @Test
    void a_seal_of_another_key_stays_shut() throws GeneralSecurityException {
        assertThat(origins.open(POST, seal(new byte[32], POST, "{\"externalId\":\"42\"}")))
                .isEmpty();
    }

    @Test
    void a_broken_seal_stays_shut() throws GeneralSecurityException {
        var bytes = Base64.getDecoder().decode(seal(KEY, POST, "{\"externalId\":\"42\"}"));
        bytes[20] ^= 1;
        assertThat(origins.open(POST, Base64.getEncoder().encodeToString(bytes)))
                .isEmpty();
        assertThat(origins.open(POST, "AQ==")).isEmpty();
        assertThat(origins.open(POST, "not base64!")).isEmpty();
        assertThat(origins.open(POST, "")).isEmpty();
    }
}
