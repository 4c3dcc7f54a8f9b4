package io.habitus.persona.running;

import io.habitus.contracts.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** How many events wait to be counted. */
public final class Lag {

    private final Admin admin;

    /** Asked of this broker. */
    public Lag(Admin admin) {
        this.admin = admin;
    }

    /**
     * Offsets between what is written and what is counted, in both halves of the topology; 0 when all is counted.
     *
     * @throws ExecutionException if the broker does not answer
     */
    public long total() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> counted = admin.listConsumerGroupOffsets(StreamsSettings.APPLICATION)
                .partitionsToOffsetAndMetadata()
                .get();
        long lag = 0;
        for (String topic : new String[] {Topics.MENTIONS.name(), StreamsSettings.DIFFERENCES}) {
            for (Map.Entry<TopicPartition, Long> end :
                    offsets(topic, OffsetSpec.latest()).entrySet()) {
                OffsetAndMetadata position = counted.get(end.getKey());
                lag += end.getValue() - (position == null ? 0 : position.offset());
            }
        }
        return lag;
    }

    private Map<TopicPartition, Long> offsets(String topic, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        TopicDescription description;
        try {
            description = admin.describeTopics(java.util.List.of(topic))
                    .topicNameValues()
                    .get(topic)
                    .get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return Map.of();
            }
            throw failed;
        }
        Map<TopicPartition, OffsetSpec> asked = description.partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toMap(Function.identity(), _ -> spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> answer : admin.listOffsets(
                        asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()) {
            offsets.put(answer.getKey(), answer.getValue().offset());
        }
        return offsets;
    }
}
