package io.habitus.contracts;

import java.time.Instant;

/**
 * What may be shown of an author, newest state per author.
 *
 * @param author the pseudonym, as in {@link PostEvent.Published#author}
 * @param changedAt when, UTC
 */
public record AuthorEvent(String author, String source, AuthorStatus status, Instant changedAt) {}
