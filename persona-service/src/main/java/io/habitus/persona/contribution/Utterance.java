package io.habitus.persona.contribution;

import io.habitus.contracts.Polarity.Pile;
import io.habitus.contracts.SourceType;
import io.habitus.contracts.Tags;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What of a mention is counted: whose voice it is, whether it carries another post on, how it speaks, and where.
 *
 * @param repost carries another post on
 * @param anonymous has no author; counts as no voice
 * @param pile how it speaks; null if no model was asked
 * @param voice the author in this project, see {@link ShortIds#voice}; 0 if anonymous
 * @param source where it was said, ASCII, at most 64 characters; null in what was kept before sources were
 */
public record Utterance(boolean repost, boolean anonymous, Pile pile, long voice, String source) {

    private static final byte REPOST = 1;
    private static final byte ANONYMOUS = 2;

    /** Where the pile stands in the byte of flags. */
    private static final int PILE = 2;

    private static final int PILE_BITS = 7;
    private static final byte WITH_SOURCE = 32;
    private static final int LONGEST_SOURCE = 255;

    /** What stands there, by number; the stores hold these numbers. */
    private static final Pile[] PILES = {null, Pile.POSITIVE, Pile.NEUTRAL, Pile.NEGATIVE, Pile.UNSURE};

    static Utterance of(SourceType type, String author, Tags tags, String source) {
        boolean anonymous = author == null || author.isEmpty();
        Pile pile =
                tags == null || tags.polarity() == null ? null : tags.polarity().pile();
        return new Utterance(
                type == SourceType.REPOST, anonymous, pile, anonymous ? 0 : ShortIds.voice(author), source);
    }

    /** How many bytes {@link #write} takes. */
    public int size() {
        return sourceAt(anonymous) + (source == null ? 0 : 1 + sourceBytes().length);
    }

    /** Appends it: one byte of flags, the voice if there is one, the length of the source's name and the name. */
    public void write(ByteBuffer out) {
        int number = Arrays.asList(PILES).indexOf(pile);
        out.put((byte) ((repost ? REPOST : 0)
                | (anonymous ? ANONYMOUS : 0)
                | number << PILE
                | (source == null ? 0 : WITH_SOURCE)));
        if (!anonymous) {
            out.putLong(voice);
        }
        if (source != null) {
            byte[] name = sourceBytes();
            out.put((byte) name.length).put(name);
        }
    }

    private byte[] sourceBytes() {
        byte[] name = source.getBytes(StandardCharsets.US_ASCII);
        return name.length <= LONGEST_SOURCE ? name : Arrays.copyOf(name, LONGEST_SOURCE);
    }

    /** The next one in the buffer. */
    public static Utterance read(ByteBuffer in) {
        byte flags = in.get();
        boolean anonymous = isAnonymous(flags);
        long voice = anonymous ? 0 : in.getLong();
        return new Utterance(isRepost(flags), anonymous, pile(flags), voice, hasSource(flags) ? readSource(in) : null);
    }

    private static String readSource(ByteBuffer in) {
        byte[] name = new byte[Byte.toUnsignedInt(in.get())];
        in.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    /** Read from the first byte alone, for scans that make no objects. */
    public static boolean isRepost(byte flags) {
        return (flags & REPOST) != 0;
    }

    /** Read from the first byte alone, for scans that make no objects; null if no model was asked. */
    public static Pile pile(byte flags) {
        return PILES[flags >> PILE & PILE_BITS];
    }

    /** Read from the first byte alone, for scans that make no objects. */
    public static boolean isAnonymous(byte flags) {
        return (flags & ANONYMOUS) != 0;
    }

    /** Read from the first byte alone, for scans that make no objects. */
    public static boolean hasSource(byte flags) {
        return (flags & WITH_SOURCE) != 0;
    }

    /** Where the length of the source's name stands, if there is one. */
    public static int sourceAt(boolean anonymous) {
        return anonymous ? 1 : 1 + Long.BYTES;
    }
}
