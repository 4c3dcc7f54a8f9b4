package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of utterance a post is. */
public enum SourceType {
    @JsonProperty("post")
    POST,
    @JsonProperty("comment")
    COMMENT,
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("reply")
    REPLY,
    /** Carries another post on without words of its own. */
    @JsonProperty("repost")
    REPOST
}
