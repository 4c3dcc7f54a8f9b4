package io.habitus.commandline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;

/**
 * Which of the times that lines state a replay goes by. One time nobody can believe would stretch the file's range over
 * decades.
 *
 * @param now when the replay begins
 * @param since what was written before is left out
 * @param until what was written from then on is left out
 */
record ReplayTimes(Instant now, Instant since, Instant until) {

    /** What the door believes, too: see {@code PostShape} of ingest-service. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Duration AHEAD = Duration.ofDays(1);

    /** The {@code created_at} of a line; null if it has none, or none that can be read or believed. */
    Instant stated(JsonNode line) {
        JsonNode stated = line.path("created_at");
        if (!stated.isString()) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(stated.asString().strip()).toInstant();
            return time.isBefore(EARLIEST) || time.isAfter(now.plus(AHEAD)) ? null : time;
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    boolean isWanted(Instant stated) {
        return !stated.isBefore(since) && stated.isBefore(until);
    }
}
