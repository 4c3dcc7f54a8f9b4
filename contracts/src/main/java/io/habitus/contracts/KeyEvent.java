package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An API key was issued or revoked. The key itself is shown once and stored nowhere. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = KeyEvent.Issued.class, name = "issued"),
    @JsonSubTypes.Type(value = KeyEvent.Revoked.class, name = "revoked")
})
public sealed interface KeyEvent {

    /** The public part, by which a key is looked up. */
    String keyId();

    /**
     * A key that opens the door.
     *
     * @param sha256 of the whole key in UTF-8, 64 hexadecimal digits; a key holds 256 random bits, so no salt is needed
     * @param projects it opens; empty for all
     * @param expiresAt UTC, or null for never
     */
    record Issued(
            String keyId,
            String name,
            String sha256,
            Set<Scope> scopes,
            List<String> projects,
            Instant issuedAt,
            Instant expiresAt)
            implements KeyEvent {}

    record Revoked(String keyId, Instant revokedAt) implements KeyEvent {}

    /** What a key may do. */
    enum Scope {
        /** See watches, mentions, views. */
        @JsonProperty("read")
        READ,
        /** Change watches, send posts. */
        @JsonProperty("write")
        WRITE,
        /** Projects and keys. */
        @JsonProperty("admin")
        ADMIN,
        /** Erase people and posts. */
        @JsonProperty("erase")
        ERASE,
        /** See handles, names and links of authors. */
        @JsonProperty("identify")
        IDENTIFY
    }
}
