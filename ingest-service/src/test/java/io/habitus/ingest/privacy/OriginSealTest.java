package io.habitus.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.habitus.ingest.InstallationKeyFiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Opens by what docs/origin-format.md says, and by nothing else. */
class OriginSealTest {

    private static final String POST = "0123456789abcdef0123456789abcdef";

    private final OriginSeal seal = InstallationKeyFiles.keys().seal();

    @Test
    void an_origin_opens_with_the_documented_format() throws Exception {
        String sealed = seal.seal(POST, "601", "https://x.example/1", "jürgen", "Jürgen \"J\" 😀");
        assertThat(open(POST, sealed))
                .isEqualTo(
                        "{\"externalId\":\"601\",\"url\":\"https://x.example/1\",\"handle\":\"jürgen\",\"name\":\"Jürgen \\\"J\\\" 😀\"}");
    }

    @Test
    void what_the_source_does_not_say_is_absent() throws Exception {
        assertThat(open(POST, seal.seal(POST, "601", null, null, null))).isEqualTo("{\"externalId\":\"601\"}");
    }

    @Test
    void an_origin_moved_to_another_post_does_not_open() {
        String sealed = seal.seal(POST, "601", null, null, null);
        assertThatThrownBy(() -> open("f".repeat(32), sealed)).isInstanceOf(AEADBadTagException.class);
    }

    @Test
    void no_nonce_is_used_twice() {
        var nonces = new HashSet<String>();
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = Base64.getDecoder().decode(seal.seal(POST, "601", null, null, null));
            nonces.add(Arrays.toString(Arrays.copyOfRange(bytes, 1, 13)));
        }
        assertThat(nonces).hasSize(1_000);
    }

    private static String open(String postId, String sealed) throws Exception {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        assertThat(bytes[0]).isEqualTo((byte) 1);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(InstallationKeyFiles.ORIGIN_KEY, "AES"),
                new GCMParameterSpec(128, bytes, 1, 12));
        cipher.updateAAD(postId.getBytes(StandardCharsets.US_ASCII));
        return new String(cipher.doFinal(bytes, 13, bytes.length - 13), StandardCharsets.UTF_8);
    }
}
