package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;

/**
 * A post of the sample of everything heard, matched or not; a deletion is a null value under the key. The record's
 * timestamp is when the post was first heard.
 *
 * <p>Sampled are voices, each with all its posts or with none. A voice is as deep as its pseudonym says ({@link
 * #depthOf}), and the sample at level n, a share of 2^-n, holds the voices that are n deep or deeper. The level of a
 * project only grows, and each partition of the writer finds its own: whoever reads keeps the voices of the highest
 * level seen.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes(@JsonSubTypes.Type(value = SampleEvent.Heard.class, name = "heard"))
public sealed interface SampleEvent {

    /** How long after it was first heard a post is in the sample. */
    Duration KEPT = Duration.ofDays(30);

    /** The highest level: one voice in 2^30. */
    int DEEPEST = 30;

    /**
     * A voice of the sample said this, and it is all that counts of the post.
     *
     * @param postId as in {@link PostEvent.Published#postId}
     * @param at the post's own time, decided at first sight and never changed, UTC
     * @param voice the author's pseudonym in this project, as in {@link MentionEvent.Found}; never null
     * @param lang the language the source states, or null
     * @param title as it may be shown, or null
     * @param text as it may be shown: every handle is masked
     * @param share of all voices that were sampled when this was written, 2^-level
     */
    record Heard(
            String project,
            String postId,
            Instant at,
            String voice,
            String lang,
            SourceType type,
            String title,
            String text,
            double share)
            implements SampleEvent {

        /** The level behind {@link #share}, 0 to {@value SampleEvent#DEEPEST}. */
        public int level() {
            return Math.clamp(-Math.getExponent(share), 0, DEEPEST);
        }
    }

    /** The share of all voices that are at least so deep: 2^-level. */
    static double shareOf(int level) {
        return Math.scalb(1.0, -level);
    }

    /**
     * The highest level at which a voice is in the sample: the leading zero bits of the pseudonym's second half, at
     * most {@value #DEEPEST}. The pseudonym is a keyed hash, so nobody can choose to be sampled.
     *
     * @param voice 32 hexadecimal digits
     * @throws IllegalArgumentException if it is none
     */
    static int depthOf(String voice) {
        if (voice.length() != 32) {
            throw new IllegalArgumentException("a pseudonym has 32 digits");
        }
        return Math.min(Long.numberOfLeadingZeros(Long.parseUnsignedLong(voice, 16, 32, 16)), DEEPEST);
    }
}
