package io.habitus.persona.contribution;

import io.habitus.contracts.SourceType;
import java.nio.ByteBuffer;

/**
 * What of a mention is counted: whose voice it is, and whether it carries another post on.
 *
 * @param repost carries another post on
 * @param anonymous has no author; counts as no voice
 * @param voice the author in this project, see {@link ShortIds#voice}; 0 if anonymous
 */
public record Utterance(boolean repost, boolean anonymous, long voice) {

    private static final byte REPOST = 1;
    private static final byte ANONYMOUS = 2;

    static Utterance of(SourceType type, String author) {
        boolean anonymous = author == null || author.isEmpty();
        return new Utterance(type == SourceType.REPOST, anonymous, anonymous ? 0 : ShortIds.voice(author));
    }

    /** How many bytes {@link #write} takes. */
    public int size() {
        return anonymous ? 1 : 1 + Long.BYTES;
    }

    /** Appends it: one byte of flags, then the voice if there is one. */
    public void write(ByteBuffer out) {
        out.put((byte) ((repost ? REPOST : 0) | (anonymous ? ANONYMOUS : 0)));
        if (!anonymous) {
            out.putLong(voice);
        }
    }

    /** The next one in the buffer. */
    public static Utterance read(ByteBuffer in) {
        byte flags = in.get();
        boolean anonymous = isAnonymous(flags);
        return new Utterance(isRepost(flags), anonymous, anonymous ? 0 : in.getLong());
    }

    /** Read from the first byte alone, for scans that make no objects. */
    public static boolean isRepost(byte flags) {
        return (flags & REPOST) != 0;
    }

    /** Read from the first byte alone, for scans that make no objects. */
    public static boolean isAnonymous(byte flags) {
        return (flags & ANONYMOUS) != 0;
    }
}
