package io.habitus.simulator;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * The truth about one post after all lines about it were heard.
 *
 * @param number its number in the simulation, from 0
 * @param id its native id
 * @param type {@code post}, {@code comment}, {@code reply}, {@code review} or {@code repost}
 * @param createdAt when it was written, UTC, in milliseconds
 * @param statedAt when it says it was written; another moment if its time is doubtful, null if it does not say
 * @param lang {@code de} or {@code en}
 * @param author native id of its author, or null
 * @param thread native id of the conversation's first post, or null
 * @param parent native id of the post it answers, or null
 * @param repostOf native id of the post it carries on, or null
 * @param quoteOf native id of the post it quotes, or null
 * @param edited whether its text was written anew
 * @param deleted whether it was taken back, early or late
 * @param text as it now reads; a deleted post still has the text it had
 * @param heardBy names of the {@link SimulatedWatches} that hear this text, whether or not it was deleted
 * @param figures its engagement as counted last
 * @param planted what it was made of
 */
public record SimulatedPost(
        int number,
        String id,
        String type,
        Instant createdAt,
        Instant statedAt,
        String lang,
        String author,
        String thread,
        String parent,
        String repostOf,
        String quoteOf,
        boolean edited,
        boolean deleted,
        String text,
        Set<String> heardBy,
        Figures figures,
        Planted planted) {

    /** How often it was liked, answered, carried on and seen. */
    public record Figures(long likes, long replies, long reposts, long views) {}

    /**
     * What a text was made of; that of a repost is the original's, but for the persona.
     *
     * @param persona name of the persona its author shows in it, or null
     * @param deed what its author does by it
     * @param opinions what it thinks of each brand it names, by the name of the brand's watch, in their order
     * @param ownWords numbers of the {@link OwnWord}s in it
     * @param incident number of the incident it is about, or -1
     */
    public record Planted(
            String persona, Deed deed, Map<String, Polarity> opinions, Set<Integer> ownWords, int incident) {

        /** What it thinks as a whole: {@code mixed} if of one brand well and of another one badly. */
        public String polarity() {
            boolean good = opinions.containsValue(Polarity.POSITIVE);
            boolean bad = opinions.containsValue(Polarity.NEGATIVE);
            if (good && bad) {
                return "mixed";
            }
            return good ? "positive" : bad ? "negative" : "neutral";
        }
    }

    /** Whether it carries another post on. */
    public boolean isRepost() {
        return repostOf != null;
    }
}
