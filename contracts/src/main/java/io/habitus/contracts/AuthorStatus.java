package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What may be shown of an author's posts. */
public enum AuthorStatus {
    /** Nothing for now (suspended, deactivated): posts are withdrawn and can come back. */
    @JsonProperty("hidden")
    HIDDEN,
    /** Nothing, for ever: posts are withdrawn, their text is dropped, later ones end at the door. */
    @JsonProperty("erased")
    ERASED,
    /** Everything again, unless erased. */
    @JsonProperty("restored")
    RESTORED
}
