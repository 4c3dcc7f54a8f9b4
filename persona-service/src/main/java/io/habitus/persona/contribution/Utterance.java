package io.habitus.persona.contribution;

import io.habitus.contracts.Polarity.Pile;
import io.habitus.contracts.SourceType;
import io.habitus.contracts.Tags;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What of a mention is counted: whose voice it is, whether it carries another post on, and how it speaks.
 *
 * @param repost carries another post on
 * @param anonymous has no author; counts as no voice
 * @param pile how it speaks; null if no model was asked
 * @param voice the author in this project, see {@link ShortIds#voice}; 0 if anonymous
 */
public record Utterance(boolean repost, boolean anonymous, Pile pile, long voice) {

    private static final byte REPOST = 1;
    private static final byte ANONYMOUS = 2;

    /** Where the pile stands in the byte of flags. */
    private static final int PILE = 2;

    /** What stands there, by number; the stores hold these numbers. */
    private static final Pile[] PILES = {null, Pile.POSITIVE, Pile.NEUTRAL, Pile.NEGATIVE, Pile.UNSURE};

    static Utterance of(SourceType type, String author, Tags tags) {
        boolean anonymous = author == null || author.isEmpty();
        Pile pile =
                tags == null || tags.polarity() == null ? null : tags.polarity().pile();
        return new Utterance(type == SourceType.REPOST, anonymous, pile, anonymous ? 0 : ShortIds.voice(author));
    }

    /** How many bytes {@link #write} takes. */
    public int size() {
        return anonymous ? 1 : 1 + Long.BYTES;
    }

    /** Appends it: one byte of flags, then the voice if there is one. */
    public void write(ByteBuffer out) {
        int number = Arrays.asList(PILES).indexOf(pile);
        out.put((byte) ((repost ? REPOST : 0) | (anonymous ? ANONYMOUS : 0) | number << PILE));
        if (!anonymous) {
            out.putLong(voice);
        }
    }

    /** The next one in the buffer. */
    public static Utterance read(ByteBuffer in) {
        byte flags = in.get();
        boolean anonymous = isAnonymous(flags);
        return new Utterance(isRepost(flags), anonymous, pile(flags), anonymous ? 0 : in.getLong());
    }

    /** Read from the first byte alone, for scans that make no objects. */
    public static boolean isRepost(byte flags) {
        return (flags & REPOST) != 0;
    }

    /** Read from the first byte alone, for scans that make no objects; null if no model was asked. */
    public static Pile pile(byte flags) {
        return PILES[flags >> PILE];
    }

    /** Read from the first byte alone, for scans that make no objects. */
    public static boolean isAnonymous(byte flags) {
        return (flags & ANONYMOUS) != 0;
    }
}
