package io.habitus.persona.frames;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What changed between two states of a view, as a JSON merge patch (RFC 7396), with one exception: a merge patch would
 * repeat the whole {@code series} for one bucket. Here {@code series} is an object from each changed bucket's start to
 * its new content without the start; null for a bucket that is gone.
 */
final class Changes {

    private static final String SERIES = "series";
    private static final String START = "start";

    /**
     * The changes that lead from one to the other; empty if there is none. Fields that say which view it is are always
     * among them.
     *
     * @param identity names of these fields
     */
    static Optional<ObjectNode> between(ObjectNode before, ObjectNode now, Iterable<String> identity) {
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : now.properties()) {
            JsonNode was = before.get(field.getKey());
            if (field.getValue().equals(was)) {
                continue;
            }
            if (field.getKey().equals(SERIES) && was != null) {
                changes.set(SERIES, ofSeries(was, field.getValue()));
            } else {
                changes.set(field.getKey(), field.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            if (!now.has(field.getKey())) {
                changes.putNull(field.getKey());
            }
        }
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        identity.forEach(name -> changes.set(name, now.get(name)));
        return Optional.of(changes);
    }

    private static ObjectNode ofSeries(JsonNode before, JsonNode now) {
        Map<String, ObjectNode> were = byStart(before);
        ObjectNode changes = JsonNodeFactory.instance.objectNode();
        byStart(now).forEach((start, bucket) -> {
            if (!bucket.equals(were.remove(start))) {
                changes.set(start, bucket);
            }
        });
        were.keySet().forEach(changes::putNull);
        return changes;
    }

    private static Map<String, ObjectNode> byStart(JsonNode series) {
        Map<String, ObjectNode> byStart = new LinkedHashMap<>();
        for (JsonNode bucket : series) {
            ObjectNode content = ((ObjectNode) bucket).deepCopy();
            byStart.put(content.remove(START).asString(), content);
        }
        return byStart;
    }

    private Changes() {}
}
