package io.habitus.analysis.index;

import io.habitus.analysis.log.KafkaLog;
import io.habitus.analysis.log.OwnTopics;
import io.habitus.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * MENTIONS into the index, at least once: a batch is read, written, and only then committed. Order between batches does
 * not matter, for the index keeps the higher sequence.
 *
 * <p>While Elasticsearch is away or overloaded, the batch is held and sent again, for ever; see {@link Writing}.
 */
public final class MentionIndexing {

    private static final Logger log = LoggerFactory.getLogger(MentionIndexing.class);

    /** Bulks grow to about this many bytes while there is a backlog. */
    public static final long BULK_BYTES = 3 << 20;

    /** While there is none, a mention waits at most that long for others. */
    public static final Duration LINGER = Duration.ofMillis(200);

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration TO_ELASTICSEARCH = Duration.ofSeconds(1);

    private static final Map<String, Object> BOUNDED =
            Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000, ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);

    private final KafkaLog kafka;
    private final OwnTopics topics;
    private final MentionIndex index;
    private final Judging judging;
    private final Settling settling;
    private final MeterRegistry meters;
    private volatile String group;

    MentionIndexing(
            KafkaLog kafka,
            OwnTopics topics,
            MentionIndex index,
            Judging judging,
            Settling settling,
            MeterRegistry meters) {
        this.kafka = kafka;
        this.topics = topics;
        this.index = index;
        this.judging = judging;
        this.settling = settling;
        this.meters = meters;
    }

    /**
     * The consumer group, empty before Elasticsearch first answered. There is one for each set-up of Elasticsearch, so
     * that an empty one is filled from the beginning of MENTIONS.
     */
    public Optional<String> group() {
        return Optional.ofNullable(group);
    }

    /** Works until interrupted; throws when it cannot go on. */
    void run() throws InterruptedException {
        topics.await();
        var cluster = awaitElasticsearch();
        var name = "analysis-indexing-" + cluster;
        group = name;
        try (var consumer = kafka.member(name, "analysis-indexing", BOUNDED);
                var producer = kafka.producer("analysis-indexing")) {
            consumer.subscribe(List.of(Topics.MENTIONS.name()));
            var passed = new HashMap<TopicPartition, Long>();
            var writing = new Writing(index, cluster, judging, consumer, new SetAside(producer), meters);
            while (true) {
                var batch = gather(consumer);
                if (batch.isEmpty()) {
                    commitPassedMarks(passed, consumer);
                    continue;
                }
                settling.settle(
                        () -> writing.write(batch), () -> commit(batch.offsetsOf(consumer.assignment()), consumer));
            }
        }
    }

    private String awaitElasticsearch() throws InterruptedException {
        while (true) {
            try {
                index.putTemplate();
                return index.clusterId();
            } catch (ElasticsearchAway away) {
                log.atInfo().log("waiting for Elasticsearch: {}", away.getMessage());
                Thread.sleep(TO_ELASTICSEARCH);
            }
        }
    }

    private static Batch gather(Consumer<byte[], byte[]> consumer) {
        var batch = new Batch();
        consumer.poll(IDLE).forEach(batch::add);
        var until = System.nanoTime() + LINGER.toNanos();
        while (!batch.isEmpty() && batch.bytes() < BULK_BYTES) {
            var left = Duration.ofNanos(until - System.nanoTime());
            if (!left.isPositive()) {
                break;
            }
            consumer.poll(left).forEach(batch::add);
        }
        return batch;
    }

    /**
     * Nothing is left to write, so all that was passed counts as read: the marks of transactions too, which are never
     * handed to us. Otherwise the last one of each partition would look like lag for ever.
     */
    private static void commitPassedMarks(Map<TopicPartition, Long> passed, Consumer<byte[], byte[]> consumer) {
        var news = new HashMap<TopicPartition, OffsetAndMetadata>();
        passed.keySet().retainAll(consumer.assignment());
        for (var partition : consumer.assignment()) {
            var position = consumer.position(partition);
            if (!Objects.equals(passed.put(partition, position), position)) {
                news.put(partition, new OffsetAndMetadata(position));
            }
        }
        if (!news.isEmpty()) {
            commit(news, consumer);
        }
    }

    private static void commit(Map<TopicPartition, OffsetAndMetadata> offsets, Consumer<byte[], byte[]> consumer) {
        try {
            consumer.commitSync(offsets);
        } catch (CommitFailedException | RebalanceInProgressException moved) {
            // Whoever has the partitions now reads the batch again, and writing it again is harmless.
            log.atInfo().log("a batch was not committed, its partitions have moved");
        }
    }
}
