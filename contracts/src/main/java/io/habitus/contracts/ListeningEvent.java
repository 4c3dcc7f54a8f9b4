package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What ingest-service notes of its own listening, so that it outlives a restart; the newest of a key says everything. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ListeningEvent.Account.class, name = "account"),
    @JsonSubTypes.Type(value = ListeningEvent.Stretch.class, name = "stretch")
})
public sealed interface ListeningEvent {

    /**
     * What came from a source: received = published + seen + unreadable.
     *
     * @param since when its first line was settled, UTC
     * @param lastHeard when its newest line was settled, UTC
     */
    record Account(String source, Instant since, Instant lastHeard, long published, long seen, long unreadable)
            implements ListeningEvent {}

    /**
     * A stretch of time in which posts could be taken in throughout.
     *
     * @param from UTC
     * @param to until when this is certain, UTC
     * @param ending why it went no further; null while it goes on, and if nobody could say so any more
     */
    record Stretch(Instant from, Instant to, Ending ending) implements ListeningEvent {}

    /** Why listening ended. */
    enum Ending {
        /** The service was stopped in good order. */
        @JsonProperty("stopped")
        STOPPED,
        /** The service ended without a word: killed, crashed, or the machine went off. */
        @JsonProperty("broke-off")
        BROKE_OFF,
        /** The service ran, but its log did not take anything, or the machine slept. */
        @JsonProperty("held-up")
        HELD_UP
    }
}
