package io.habitus.analysis.log;

import io.habitus.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** How far consumer groups are, as the broker knows it; the same from every instance. */
public final class Lag implements AutoCloseable {

    private final Admin admin;

    public Lag(KafkaLog kafka) {
        admin = kafka.admin("analysis-lag");
    }

    /** By partition, the offset at which the group goes on; partitions it never committed are absent. */
    public Map<TopicPartition, Long> committed(String group) throws ExecutionException, InterruptedException {
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets;
    }

    /**
     * How many records of these topics the group has not finished; marks of transactions count as records, so it can be
     * a few more than there are. 0 for a topic that is not there.
     */
    public long of(String group, List<Topic<?, ?>> topics) throws ExecutionException, InterruptedException {
        var committed = committed(group);
        var lag = 0L;
        for (var topic : topics) {
            var begins = offsets(topic, OffsetSpec.earliest());
            for (var end : offsets(topic, OffsetSpec.latest()).entrySet()) {
                var begin = begins.getOrDefault(end.getKey(), 0L);
                lag += end.getValue() - Math.max(begin, committed.getOrDefault(end.getKey(), begin));
            }
        }
        return lag;
    }

    private Map<TopicPartition, Long> offsets(Topic<?, ?> topic, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        for (var partition : partitionsOf(topic)) {
            wanted.put(partition, which);
        }
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(wanted).all().get().forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private List<TopicPartition> partitionsOf(Topic<?, ?> topic) throws ExecutionException, InterruptedException {
        try {
            return admin
                    .describeTopics(List.of(topic.name()))
                    .allTopicNames()
                    .get()
                    .get(topic.name())
                    .partitions()
                    .stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw refused;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
