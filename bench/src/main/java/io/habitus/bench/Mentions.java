package io.habitus.bench;

import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** MENTIONS, read beside the services, only what is committed. For one thread. */
final class Mentions implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    Mentions(String broker) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        CommonClientConfigs.CLIENT_ID_CONFIG,
                        "bench-mentions",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(Topics.MENTIONS.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** The end of each partition now. */
    Map<Integer, Long> ends() {
        var ends = new HashMap<Integer, Long>();
        consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    void fromTheBeginning() {
        consumer.seekToBeginning(partitions);
    }

    /** From now on only what is new. */
    void fromNow() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** What is new by now, or comes within a moment. */
    ConsumerRecords<byte[], byte[]> poll() {
        return consumer.poll(PATIENCE);
    }

    /** Everything from here to where the log ends now. */
    Iterable<ConsumerRecord<byte[], byte[]>> upToNow() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return () -> new Iterator<>() {

            private Iterator<ConsumerRecord<byte[], byte[]>> polled =
                    List.<ConsumerRecord<byte[], byte[]>>of().iterator();

            @Override
            public boolean hasNext() {
                while (!polled.hasNext() && !isAtTheEnd()) {
                    polled = poll().iterator();
                }
                return polled.hasNext();
            }

            @Override
            public ConsumerRecord<byte[], byte[]> next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                return polled.next();
            }

            private boolean isAtTheEnd() {
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        };
    }

    /** Null where a mention has outlived its retention. */
    static MentionEvent eventOf(ConsumerRecord<byte[], byte[]> record) {
        return Topics.MENTIONS.value().deserializer().deserialize(record.topic(), record.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
