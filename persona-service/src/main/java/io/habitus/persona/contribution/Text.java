package io.habitus.persona.contribution;

import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.SourceType;
import io.habitus.tagging.Handles;
import io.habitus.tagging.language.Recognised;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a mention says, as it may be shown: every handle masked.
 *
 * @param language as recognised, or as the source states it where no model was asked; empty if nobody knows
 * @param shown title and text on lines of their own; empty if there are no words, or not its own: a repost says nothing
 *     new
 */
public record Text(String language, String shown) {

    /** No words. */
    public static final Text NONE = new Text("", "");

    private static final int LONGEST_LANGUAGE = 35;

    // FNV-1a of 64 bits (Fowler, Noll, Vo 1991).
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    static Text of(MentionEvent.Found found) {
        if (found.repostOf() != null || found.type() == SourceType.REPOST) {
            return NONE;
        }
        String shown = Handles.masked(
                found.title() == null
                        ? found.text()
                        : found.title() + "\n" + (found.text() == null ? "" : found.text()));
        if (shown == null || shown.isBlank()) {
            return NONE;
        }
        String language = found.tags() != null ? found.tags().language() : found.lang();
        boolean isOne = language != null
                && language.length() <= LONGEST_LANGUAGE
                && !language.equals(Recognised.OTHER)
                && !language.equals(Recognised.UNSURE);
        return new Text(isOne ? language : "", shown);
    }

    /** Whether there are no words. */
    public boolean isEmpty() {
        return shown.isEmpty();
    }

    /** As a store keeps it; none is no bytes. */
    public byte[] bytes() {
        if (isEmpty()) {
            return new byte[0];
        }
        byte[] code = language.getBytes(StandardCharsets.UTF_8);
        byte[] words = shown.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + code.length + words.length)
                .put((byte) code.length)
                .put(code)
                .put(words)
                .array();
    }

    /** What {@link #bytes} wrote. */
    public static Text read(byte[] bytes) {
        if (bytes.length == 0) {
            return NONE;
        }
        int code = bytes[0];
        return new Text(
                new String(bytes, 1, code, StandardCharsets.UTF_8),
                new String(bytes, 1 + code, bytes.length - 1 - code, StandardCharsets.UTF_8));
    }

    /** Tells texts apart; 0 for none. */
    long digest() {
        if (isEmpty()) {
            return 0;
        }
        long digest = FNV_START;
        for (byte octet : bytes()) {
            digest = (digest ^ (octet & 0xff)) * FNV_PRIME;
        }
        return digest;
    }
}
