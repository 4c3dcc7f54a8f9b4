package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The watches changed: decide again what hears a post. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RematchEvent.WatchesUpTo.class, name = "watches-up-to"),
    @JsonSubTypes.Type(value = RematchEvent.LookAgain.class, name = "look-again")
})
public sealed interface RematchEvent {

    /**
     * Whatever comes after this in the partition is matched with the watches up to this offset of
     * {@link Topics#WATCHES}. One copy goes to every partition.
     */
    record WatchesUpTo(long offset) implements RematchEvent {}

    /**
     * Look again at a post.
     *
     * @param post the revision seen in the log, or null if MentionTopology holds the post itself because it is a
     *     mention already
     */
    record LookAgain(String postId, PostEvent.Published post) implements RematchEvent {}
}
