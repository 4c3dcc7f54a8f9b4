package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** Something happened to a public post. Ids are pseudonyms, see {@link Published}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PostEvent.Published.class, name = "published"),
    @JsonSubTypes.Type(value = PostEvent.Retracted.class, name = "retracted"),
    @JsonSubTypes.Type(value = PostEvent.Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = PostEvent.AuthorChanged.class, name = "author-changed")
})
public sealed interface PostEvent {

    /**
     * A post was published, or edited: the whole of it, as it now reads.
     *
     * @param postId HMAC of the installation's key over source and native id, 32 hexadecimal digits
     * @param project the only project that may hear it, or null for a public post, heard by all
     * @param source the name of the source, for example {@code twitter}; lower case
     * @param type what kind of utterance it is
     * @param revision the source's own, growing number of this revision; 0 where it has none, and then the order of
     *     arrival decides
     * @param edit whether the source calls this an edit of a post already published
     * @param at when the post says it was published, UTC; its arrival where it says nothing
     * @param timeDoubted whether {@code at} is the arrival because the post's own time was missing or not believable
     * @param lang the language the source states, a lower-case ISO 639 code, or null
     * @param site the host the post was published on, in lower case, or null
     * @param title or null
     * @param text never null, may be empty
     * @param author HMAC of the installation's key over source and native author id, 32 hexadecimal digits; null where
     *     the source names nobody
     * @param followers of the author at that time, or null
     * @param thread post id of the conversation's first post, or null
     * @param parent post id of the post this one answers, or null
     * @param repostOf post id of the post this one carries on, or null
     * @param quoteOf post id of the post this one quotes, or null
     * @param rating or null
     * @param place or null
     * @param engagement as counted when the post was heard, or null
     * @param origin native id, URL, handle and display name, encrypted for api-gateway; null where there is nothing
     */
    record Published(
            String postId,
            String project,
            String source,
            SourceType type,
            long revision,
            boolean edit,
            Instant at,
            boolean timeDoubted,
            String lang,
            String site,
            String title,
            String text,
            String author,
            Long followers,
            String thread,
            String parent,
            String repostOf,
            String quoteOf,
            Rating rating,
            Place place,
            Engagement engagement,
            String origin)
            implements PostEvent {}

    /** A post was deleted at its source. It may arrive before the post itself, and it wins for ever. */
    record Retracted(String postId, String source) implements PostEvent {}

    /**
     * A post's engagement was counted anew; replaces what was counted before {@code measuredAt}.
     *
     * @param measuredAt when the source counted, UTC
     */
    record Measured(String postId, String source, Engagement engagement, Instant measuredAt) implements PostEvent {}

    /**
     * What may be shown of an author changed. One copy goes to every partition, under the author's pseudonym as key.
     *
     * @param author the pseudonym, as in {@link Published#author}
     * @param changedAt when, UTC
     */
    record AuthorChanged(String author, AuthorStatus status, Instant changedAt) implements PostEvent {}
}
