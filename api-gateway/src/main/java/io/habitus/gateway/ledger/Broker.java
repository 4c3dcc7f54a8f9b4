package io.habitus.gateway.ledger;

import java.util.Map;

/**
 * How to reach the broker, as three sets of client settings.
 *
 * @param replication of the topics this room creates, 1 or more
 */
public record Broker(
        Map<String, Object> admin, Map<String, Object> producer, Map<String, Object> consumer, short replication) {}
