package io.habitus.persona.contribution;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids in few bytes. A pseudonym is a keyed hash already, so a part of it is as good as another hash of it: 64 bits of
 * an author (of ten million voices in one watch, two fall together with a chance of one in 370,000), all 128 of a post.
 */
public final class ShortIds {

    private static final int HEX_DIGITS_OF_LONG = 16;

    private ShortIds() {}

    /** The first 64 bits of an author's pseudonym. */
    public static long voice(String author) {
        return author.length() >= HEX_DIGITS_OF_LONG && isHex(author, HEX_DIGITS_OF_LONG)
                ? Long.parseUnsignedLong(author, 0, HEX_DIGITS_OF_LONG, 16)
                : digest(author).getLong();
    }

    /** All 128 bits of a post id. */
    public static Post post(String postId) {
        if (postId.length() == 2 * HEX_DIGITS_OF_LONG && isHex(postId, postId.length())) {
            return new Post(
                    Long.parseUnsignedLong(postId, 0, HEX_DIGITS_OF_LONG, 16),
                    Long.parseUnsignedLong(postId, HEX_DIGITS_OF_LONG, postId.length(), 16));
        }
        ByteBuffer digest = digest(postId);
        return new Post(digest.getLong(), digest.getLong());
    }

    /** A post id as a number. */
    public record Post(long high, long low) {

        /** 32 hexadecimal digits: the post id, if it was one. */
        public String hex() {
            HexFormat digits = HexFormat.of();
            return digits.toHexDigits(high) + digits.toHexDigits(low);
        }
    }

    private static boolean isHex(String text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    private static ByteBuffer digest(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
