package io.habitus.gateway.door;

import java.util.Set;

/** What may be sent along. */
public sealed interface Payload {

    /** Nothing; what is sent all the same is not read. */
    record None() implements Payload {}

    /**
     * One JSON value, read whole before anybody looks at it.
     *
     * @param limit in bytes
     */
    record Json(int limit) implements Payload {}

    /**
     * Something long, passed on as it comes, packed with gzip or not.
     *
     * @param types the media types it may have; the first is what the service is told
     * @param limit in bytes as sent
     */
    record Stream(Types types, long limit) implements Payload {}

    /** Media types of streams. */
    enum Types {
        JSON("application/json"),
        LINES("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

        private final String preferred;
        private final Set<String> all;

        Types(String... types) {
            preferred = types[0];
            all = Set.of(types);
        }

        public String preferred() {
            return preferred;
        }

        boolean include(String type) {
            return all.contains(type);
        }
    }
}
