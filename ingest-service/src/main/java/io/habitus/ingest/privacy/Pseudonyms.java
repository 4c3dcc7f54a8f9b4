package io.habitus.ingest.privacy;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.ShortBufferException;

/**
 * The names under which posts and authors are known inside: 32 hexadecimal digits, the first 16 bytes of an HMAC-SHA256
 * with the installation's key. The same native id gives the same name for ever; without the key nobody gets back. Holds
 * one MAC and is therefore for one thread.
 */
public final class Pseudonyms {

    static final String ALGORITHM = "HmacSHA256";

    private static final int BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    private final Mac mac;
    private final byte[] hash;

    Pseudonyms(SecretKey key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            hash = new byte[mac.getMacLength()];
        } catch (NoSuchAlgorithmException | InvalidKeyException broken) {
            throw new IllegalStateException("this Java cannot compute " + ALGORITHM, broken);
        }
    }

    /**
     * The name of a post.
     *
     * @param project the only project that may hear it, or null for a public post
     */
    public String post(String project, String source, String nativeId) {
        // The id comes last and the others cannot hold a line break: no two triples give one message.
        return name("post\n" + (project == null ? "" : project) + "\n" + source + "\n" + nativeId);
    }

    /** The name of an author: of the native id, or of the handle (without {@code @}) where a source gives no id. */
    public String author(String source, String nativeAuthorId) {
        return name("author\n" + source + "\n" + nativeAuthorId);
    }

    private String name(String message) {
        try {
            mac.update(message.getBytes(StandardCharsets.UTF_8));
            mac.doFinal(hash, 0);
            return HEX.formatHex(hash, 0, BYTES);
        } catch (ShortBufferException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
