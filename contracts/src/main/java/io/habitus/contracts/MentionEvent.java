package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** A post is heard by a project's watches, or no longer. The newest event of a key says everything. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MentionEvent.Found.class, name = "found"),
    @JsonSubTypes.Type(value = MentionEvent.Withdrawn.class, name = "withdrawn")
})
public sealed interface MentionEvent {

    String project();

    /** As in {@link PostEvent.Published#postId}. */
    String postId();

    /** Grows with every event of this key; the only version outside the exactly-once store. */
    long sequence();

    /** The post's own time, decided at first sight and never changed, UTC. */
    Instant at();

    /**
     * The whole current state of a mention. Fields not named here are as in {@link PostEvent.Published}.
     *
     * @param added when the post was first heard, UTC
     * @param author the author's pseudonym in this project; those of two projects cannot be joined
     * @param watches the watches that hear it, sorted by id; never empty
     * @param tags what the models say of the text; null in an event from before there were any
     */
    record Found(
            String project,
            String postId,
            long sequence,
            Instant at,
            Instant added,
            boolean timeDoubted,
            String source,
            SourceType type,
            long revision,
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
            String origin,
            List<HeardBy> watches,
            Tags tags)
            implements MentionEvent {}

    /** No watch of the project hears the post any more. */
    record Withdrawn(String project, String postId, long sequence, Instant at, Reason reason) implements MentionEvent {}

    /** A watch that hears a post, in the version that matched it. */
    record HeardBy(String watch, long version) {}

    /** Why a mention was withdrawn. */
    enum Reason {
        /** An edit, or a change of the watches, left nothing that matches. */
        @JsonProperty("no-match")
        NO_MATCH,
        @JsonProperty("deleted")
        DELETED,
        @JsonProperty("author-hidden")
        AUTHOR_HIDDEN,
        @JsonProperty("author-erased")
        AUTHOR_ERASED
    }
}
