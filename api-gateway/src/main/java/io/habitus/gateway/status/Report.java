package io.habitus.gateway.status;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * How everything is.
 *
 * @param status up if every part is
 * @param checkedAt UTC
 * @param lag by projection, how many records it is behind
 * @param services in the order in which data meets them
 * @param listening when posts could be taken in, and when not; null while nobody can say
 * @param sources what was heard from where; null for keys that do not open all projects, and while ingest-service is away
 */
record Report(
        Health status,
        Instant checkedAt,
        Versions versions,
        SortedMap<String, Long> lag,
        List<Part> services,
        JsonNode listening,
        JsonNode sources) {

    /**
     * A service.
     *
     * @param details what it says of itself; null where it says nothing
     */
    record Part(String name, Health status, JsonNode details) {}

    Report withoutSources() {
        return new Report(status, checkedAt, versions, lag, services, listening, null);
    }
}
