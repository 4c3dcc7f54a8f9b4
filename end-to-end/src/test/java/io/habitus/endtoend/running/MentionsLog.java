package io.habitus.endtoend.running;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that was said in MENTIONS, read by its field names alone, as any program could. */
public final class MentionsLog {

    private static final String TOPIC = "mentions";

    /**
     * One event.
     *
     * @param json null where the log has forgotten the mention
     */
    public record Event(int partition, long offset, String key, JsonNode json) {}

    private MentionsLog() {}

    /** Everything committed until now that concerns this project, in the order of each partition. */
    public static List<Event> of(RunningHabitus habitus, Project project) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                habitus.broker(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        var events = new ArrayList<Event>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                for (var message : consumer.poll(Duration.ofMillis(250))) {
                    String key = new String(message.key(), StandardCharsets.UTF_8);
                    if (key.startsWith(project.id() + "/")) {
                        JsonNode json = message.value() == null
                                ? null
                                : JsonMapper.shared().readTree(message.value());
                        events.add(new Event(message.partition(), message.offset(), key, json));
                    }
                }
            }
        }
        return events;
    }
}
