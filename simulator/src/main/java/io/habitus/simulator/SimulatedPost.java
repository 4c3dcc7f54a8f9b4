package io.habitus.simulator;

import java.time.Instant;
import java.util.Set;

/**
 * The truth about one post after all lines about it were heard.
 *
 * @param number its number in the simulation, from 0
 * @param id its native id
 * @param type {@code post}, {@code comment}, {@code reply}, {@code review} or {@code repost}
 * @param createdAt when it was written, UTC, in milliseconds
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
 */
public record SimulatedPost(
        int number,
        String id,
        String type,
        Instant createdAt,
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
        Figures figures) {

    /** How often it was liked, answered, carried on and seen. */
    public record Figures(long likes, long replies, long reposts, long views) {}

    /** Whether it carries another post on. */
    public boolean isRepost() {
        return repostOf != null;
    }
}
