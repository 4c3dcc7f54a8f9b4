package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** A project, a silo of watches and what people decided, came, changed or went. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ProjectEvent.Saved.class, name = "saved"),
    @JsonSubTypes.Type(value = ProjectEvent.Removed.class, name = "removed")
})
public sealed interface ProjectEvent {

    /** Its id: lower-case letters, digits and hyphens. */
    String project();

    /**
     * A project as it now is.
     *
     * @param officialAccounts handles without {@code @}, lower case: the company's own and its rivals' accounts; every
     *     other handle is masked in what is shown
     * @param timeZone IANA name, for example {@code Europe/Berlin}: where its days begin
     */
    record Saved(
            String project,
            String name,
            List<String> officialAccounts,
            String timeZone,
            Instant createdAt,
            Instant changedAt)
            implements ProjectEvent {}

    record Removed(String project, Instant changedAt) implements ProjectEvent {}
}
