package io.habitus.analysis.log;

import io.habitus.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** The broker as this service meets it: clients with the settings that its guarantees rest on. Values are bytes. */
public final class KafkaLog {

    /** The largest record that is written or read, in bytes. */
    public static final int LARGEST_RECORD = 2 * 1024 * 1024;

    /** A killed instance is replaced after that many milliseconds. */
    public static final int SESSION_TIMEOUT = 10_000;

    private static final int DELIVERY_TIMEOUT = 30_000;
    private static final int REQUEST_TIMEOUT = 10_000;

    private static final Duration TO_CLOSE = Duration.ofSeconds(10);

    private final KafkaProperties kafka;

    public KafkaLog(KafkaProperties kafka) {
        this.kafka = kafka;
    }

    /** What the operator set under {@code spring.kafka} for Kafka Streams. */
    public Map<String, Object> streamsSettings() {
        return new HashMap<>(kafka.buildStreamsProperties());
    }

    /** To be closed by the caller. */
    public Admin admin(String clientId) {
        var settings = new HashMap<>(kafka.buildAdminProperties());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return Admin.create(settings);
    }

    /** Writes with acknowledgement of all replicas, each record once per producer. To be closed by the caller. */
    public Producer<byte[], byte[]> producer(String clientId) {
        var settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "snappy");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT);
        return new OrderlyProducer(settings);
    }

    /** Reads what is committed, partitions assigned by hand, no group. To be closed by the caller. */
    public Consumer<byte[], byte[]> reader(String clientId) {
        return consumer(clientId, Map.of());
    }

    /**
     * Reads what is committed as a member of a group, from the beginning at first; commits only when told. To be closed
     * by the caller.
     *
     * @param more settings beyond those
     */
    public Consumer<byte[], byte[]> member(String group, String clientId, Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        return consumer(clientId, settings);
    }

    private Consumer<byte[], byte[]> consumer(String clientId, Map<String, Object> more) {
        var settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.putAll(more);
        return new OrderlyConsumer(settings);
    }

    /** Every partition that the topic has now; none if there is no such topic yet. */
    public static List<TopicPartition> partitionsOf(Topic<?, ?> topic, Consumer<?, ?> consumer) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static final class OrderlyConsumer extends KafkaConsumer<byte[], byte[]> {

        OrderlyConsumer(Map<String, Object> settings) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public void close() {
            InOrder.close(super::close);
        }
    }

    private static final class OrderlyProducer extends KafkaProducer<byte[], byte[]> {

        OrderlyProducer(Map<String, Object> settings) {
            super(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public void close() {
            InOrder.close(() -> close(TO_CLOSE));
        }
    }
}
