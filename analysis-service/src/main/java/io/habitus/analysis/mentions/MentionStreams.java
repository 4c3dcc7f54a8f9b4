package io.habitus.analysis.mentions;

import io.habitus.analysis.log.InOrder;
import io.habitus.analysis.log.KafkaLog;
import io.habitus.analysis.log.OwnTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link MentionTopology} at work: started when the topics are there, begun again if it breaks down. */
public final class MentionStreams {

    /** Also the name of its consumer group and the prefix of its own topics. */
    public static final String APPLICATION = "analysis-mentions";

    private static final Logger log = LoggerFactory.getLogger(MentionStreams.class);

    private static final int TRANSACTION_TIMEOUT = 10_000;
    private static final Duration TO_CLOSE = Duration.ofSeconds(20);

    private final KafkaLog kafka;
    private final OwnTopics topics;
    private final MentionTopology mentions;
    private final Path stateDir;
    private final int threads;
    private final int replication;
    private volatile KafkaStreams running;

    MentionStreams(
            KafkaLog kafka, OwnTopics topics, MentionTopology mentions, Path stateDir, int threads, int replication) {
        this.kafka = kafka;
        this.topics = topics;
        this.mentions = mentions;
        this.stateDir = stateDir;
        this.threads = threads;
        this.replication = replication;
    }

    /** NOT_RUNNING while it waits for the broker or the topics. */
    public State state() {
        var streams = running;
        return streams == null ? State.NOT_RUNNING : streams.state();
    }

    /** Works until interrupted; throws when it has broken down. */
    void run() throws InterruptedException {
        topics.await();
        var broken = new CountDownLatch(1);
        try (var streams = new Closing(new KafkaStreams(mentions.topology(topics.partitionsOfPosts()), settings()))) {
            streams.streams.setUncaughtExceptionHandler(MentionStreams::replaceThread);
            streams.streams.setStateListener((now, _) -> {
                if (now == State.ERROR) {
                    broken.countDown();
                }
            });
            running = streams.streams;
            streams.streams.start();
            broken.await();
            throw new IllegalStateException(APPLICATION + " has broken down");
        } finally {
            running = null;
        }
    }

    private record Closing(KafkaStreams streams) implements AutoCloseable {
        @Override
        public void close() {
            // Leaving the group lets the next instance begin at once; otherwise it waits for the session to time out.
            InOrder.close(() -> streams.close(
                    CloseOptions.timeout(TO_CLOSE).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)));
        }
    }

    private static StreamThreadExceptionResponse replaceThread(Throwable fault) {
        log.atWarn().setCause(fault).log("a stream thread was lost and is replaced");
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private Properties settings() {
        var settings = kafka.streamsSettings();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, CommitPace.UNDER_LOAD.toMillis());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), KafkaLog.SESSION_TIMEOUT);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_TIMEOUT);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "snappy");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 64 << 10);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), KafkaLog.LARGEST_RECORD);
        settings.put(StreamsConfig.topicPrefix("max.message.bytes"), Integer.toString(KafkaLog.LARGEST_RECORD));
        var properties = new Properties();
        properties.putAll(settings);
        return properties;
    }
}
