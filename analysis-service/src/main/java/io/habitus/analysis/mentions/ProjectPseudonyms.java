package io.habitus.analysis.mentions;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An author's name within one project: HMAC-SHA256 of the installation's project key, cut to 128 bits, so that two
 * projects' authors cannot be joined without the key. Not thread-safe.
 */
final class ProjectPseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final Mac mac;

    /** @param key at least 32 random bytes */
    ProjectPseudonyms(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }

    /** 32 hexadecimal digits, or null where nobody is named. */
    String of(String project, String author) {
        if (author == null) {
            return null;
        }
        var name = mac.doFinal(("author\n" + project + "\n" + author).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(name, 0, BYTES);
    }
}
