package io.habitus.analysis.log;

import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics this service writes: made at start where they are missing. Whoever reads or writes them waits for
 * {@link #await()}. POSTS belongs to ingest-service, but nothing can be done before it is there, and REMATCHES must have
 * as many partitions.
 */
public final class OwnTopics {

    /**
     * For topics of which only the newest by key counts: what an erasure has taken back is compacted about a day later,
     * as long as something is written. Kafka's own settings may leave it for ever in a log that grows slowly.
     */
    public static final Map<String, String> FORGETTING_WITHIN_A_DAY = Map.of(
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
            Long.toString(Duration.ofDays(1).toMillis()),
            TopicConfig.SEGMENT_MS_CONFIG,
            Long.toString(Duration.ofDays(1).toMillis()));

    private static final Logger log = LoggerFactory.getLogger(OwnTopics.class);

    private static final Duration KEPT = Duration.ofDays(30);
    /** A look back that was not done after a week of standing still is asked for again when the watch changes. */
    private static final Duration REMATCHES_KEPT = Duration.ofDays(7);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final KafkaLog kafka;
    private final int partitions;
    private final short replication;
    private final CountDownLatch there = new CountDownLatch(1);
    private volatile int partitionsOfPosts;

    /**
     * @param partitions of the topics that are cut wide
     * @param replication of all of them
     */
    public OwnTopics(KafkaLog kafka, int partitions, int replication) {
        this.kafka = kafka;
        this.partitions = partitions;
        this.replication = (short) replication;
    }

    /** Returns once all topics are there, those of others that are read as well. */
    public void await() throws InterruptedException {
        there.await();
    }

    /** Into how many partitions POSTS is cut; known once all topics are there. */
    public int partitionsOfPosts() {
        return partitionsOfPosts;
    }

    public boolean areThere() {
        return there.getCount() == 0;
    }

    /** Makes what is missing. Repeat it if it throws. */
    public void make() throws ExecutionException, InterruptedException {
        try (var admin = kafka.admin("analysis-topics")) {
            make(admin, Topics.WATCHES, 1, Map.of());
            make(admin, Topics.SET_ASIDE, 1, retention(KEPT));
            make(admin, Topics.MENTIONS, partitions, FORGETTING_WITHIN_A_DAY);
            make(admin, Topics.SAMPLE, partitions, forgettingWithinADayAndAllAfter(SampleEvent.KEPT));
            partitionsOfPosts = awaitPosts(admin);
            make(admin, Topics.REMATCHES, partitionsOfPosts, retention(REMATCHES_KEPT));
        }
        there.countDown();
    }

    private static Map<String, String> retention(Duration kept) {
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept.toMillis()));
    }

    private static Map<String, String> forgettingWithinADayAndAllAfter(Duration kept) {
        var settings = new HashMap<>(FORGETTING_WITHIN_A_DAY);
        settings.putAll(retention(kept));
        return settings;
    }

    private void make(Admin admin, Topic<?, ?> topic, int partitions, Map<String, String> keeping)
            throws ExecutionException, InterruptedException {
        var settings = new HashMap<>(keeping);
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaLog.LARGEST_RECORD));
        settings.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                switch (topic.keeping()) {
                    case LOG -> TopicConfig.CLEANUP_POLICY_DELETE;
                    case NEWEST_PER_KEY -> TopicConfig.CLEANUP_POLICY_COMPACT;
                    case NEWEST_PER_KEY_FOR_A_TIME ->
                        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE;
                });
        try {
            var made = new NewTopic(topic.name(), partitions, replication).configs(settings);
            admin.createTopics(List.of(made)).all().get();
            log.atInfo()
                    .addKeyValue("topic", topic.name())
                    .addKeyValue("partitions", partitions)
                    .log("made a topic");
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw refused;
            }
        }
    }

    private int awaitPosts(Admin admin) throws ExecutionException, InterruptedException {
        while (true) {
            var found = partitionsOfPosts(admin);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static Optional<Integer> partitionsOfPosts(Admin admin) throws ExecutionException, InterruptedException {
        try {
            var posts = admin.describeTopics(List.of(Topics.POSTS.name()))
                    .allTopicNames()
                    .get()
                    .get(Topics.POSTS.name());
            return Optional.of(posts.partitions().size());
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
