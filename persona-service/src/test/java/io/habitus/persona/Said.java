package io.habitus.persona;

import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.Polarity;
import io.habitus.contracts.Polarity.Label;
import io.habitus.contracts.Polarity.Pile;
import io.habitus.contracts.SourceType;
import io.habitus.contracts.Tags;
import java.time.Instant;
import java.util.List;

/**
 * One event of MENTIONS in few words, for tests.
 *
 * @param pile how a model judged it; null if none was asked
 * @param text may be null
 * @param watches none: the mention is withdrawn
 */
public record Said(
        String project,
        String post,
        long sequence,
        Instant at,
        boolean repost,
        String author,
        Pile pile,
        String text,
        List<String> watches) {

    private static final String TEXT = "Die Bahn ist schon wieder zu spät, und niemand sagt etwas.";

    /** A post by somebody, said for the first time. */
    public static Said post(String post, Instant at, String author, String... watches) {
        return new Said("default", post, 1, at, false, author, null, TEXT, List.of(watches));
    }

    /** The same, as a repost. */
    public Said asRepost() {
        return new Said(project, post, sequence, at, true, author, pile, text, watches);
    }

    /** The same in other words. */
    public Said saying(String words) {
        return new Said(project, post, sequence, at, repost, author, pile, words, watches);
    }

    /** The same, judged so by a model. */
    public Said speaking(Pile judged) {
        return new Said(project, post, sequence, at, repost, author, judged, text, watches);
    }

    /** Its next event: heard by these watches. */
    public Said nowHeardBy(String... watches) {
        return new Said(project, post, sequence + 1, at, repost, author, pile, text, List.of(watches));
    }

    /** Its next event: heard by nobody. */
    public Said withdrawn() {
        return nowHeardBy();
    }

    /** The key it has in MENTIONS. */
    public String key() {
        return project + "/" + post;
    }

    /** Where it was said: one of a few more sources than views name, some much louder than others. */
    public String source() {
        int place = Math.floorMod(post.hashCode(), 60);
        return place < 30 ? "forum" : "forum-" + (place - 30);
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
                source(),
                repost ? SourceType.REPOST : SourceType.POST,
                0,
                "de",
                null,
                null,
                text,
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
                pile == null ? null : new Tags("de", polarity()));
    }

    private Polarity polarity() {
        Label label = pile == Pile.UNSURE ? Label.NEGATIVE : Label.valueOf(pile.name());
        return new Polarity(label, pile == Pile.UNSURE ? .4 : .9, pile == Pile.UNSURE, "test.1");
    }
}
