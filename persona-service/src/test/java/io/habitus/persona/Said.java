package io.habitus.persona;

import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.SourceType;
import java.time.Instant;
import java.util.List;

/**
 * One event of MENTIONS in few words, for tests.
 *
 * @param watches none: the mention is withdrawn
 */
public record Said(
        String project, String post, long sequence, Instant at, boolean repost, String author, List<String> watches) {

    /** A post by somebody, said for the first time. */
    public static Said post(String post, Instant at, String author, String... watches) {
        return new Said("default", post, 1, at, false, author, List.of(watches));
    }

    /** The same, as a repost. */
    public Said asRepost() {
        return new Said(project, post, sequence, at, true, author, watches);
    }

    /** Its next event: heard by these watches. */
    public Said nowHeardBy(String... watches) {
        return new Said(project, post, sequence + 1, at, repost, author, List.of(watches));
    }

    /** Its next event: heard by nobody. */
    public Said withdrawn() {
        return nowHeardBy();
    }

    /** The key it has in MENTIONS. */
    public String key() {
        return project + "/" + post;
    }

    /** As analysis-service writes it. */
    public MentionEvent event() {
        if (watches.isEmpty()) {
            return new MentionEvent.Withdrawn(project, post, sequence, at, MentionEvent.Reason.DELETED);
        }
        return new MentionEvent.Found(
                project,
                post,
                sequence,
                at,
                at,
                false,
                "forum",
                repost ? SourceType.REPOST : SourceType.POST,
                0,
                "de",
                null,
                null,
                "Die Bahn ist schon wieder zu spät, und niemand sagt etwas.",
                author,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                watches.stream()
                        .map(watch -> new MentionEvent.HeardBy(watch, 1))
                        .toList(),
                null);
    }
}
