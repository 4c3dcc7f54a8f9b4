package io.habitus.persona.running;

import io.habitus.persona.pace.CommitPace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams runs here. */
public final class StreamsSettings {

    /** Names the group, the internal topics and the transactions. */
    public static final String APPLICATION = "persona-views";

    /** Between the two halves of the topology; Kafka Streams names it so. */
    static final String DIFFERENCES = APPLICATION + "-differences-repartition";

    private StreamsSettings() {}

    /**
     * All settings.
     *
     * @param connection how clients reach the broker
     */
    public static Properties of(Map<String, Object> connection, Path stateDir, int threads, short replication) {
        Properties settings = new Properties();
        settings.putAll(connection);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, CommitPace.UNDER_LOAD.toMillis());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) replication);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 8L << 20);
        settings.put(StreamsConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);

        // Texts pass through the repartition topic. What was passed is deleted by whole segments only, and not from the
        // newest one: without an end of its own an erased text could lie there for as long as nobody fills it.
        settings.put(
                StreamsConfig.topicPrefix(TopicConfig.SEGMENT_MS_CONFIG),
                Duration.ofHours(1).toMillis());
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2_000);
        // Who is killed is replaced in about ten seconds.
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);

        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "snappy");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 << 10);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 2 << 20);
        return settings;
    }
}
