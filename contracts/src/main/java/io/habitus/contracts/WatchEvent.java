package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** A project's saved query came, changed or went. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WatchEvent.Saved.class, name = "saved"),
    @JsonSubTypes.Type(value = WatchEvent.Removed.class, name = "removed")
})
public sealed interface WatchEvent {

    /** The project it belongs to. */
    String project();

    /** Its id within the project: lower-case letters, digits and hyphens. */
    String watch();

    /** 1 for the first, growing by 1 with every change, removal included. */
    long version();

    /** A watch as it now is. */
    record Saved(
            String project, String watch, long version, String name, String query, Instant createdAt, Instant changedAt)
            implements WatchEvent {}

    /** A watch is gone. Kept as an event instead of a tombstone, so that its version goes on if the watch comes back. */
    record Removed(String project, String watch, long version, Instant changedAt) implements WatchEvent {}
}
