package io.habitus.ingest.log;

import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics that ingest-service writes. What exists is left as it is: the number of partitions is fixed at
 * creation, or keys would change partition.
 *
 * @param partitions of a wide topic
 * @param replication how many brokers hold each topic
 */
public record TopicsAtStart(int partitions, short replication) {

    private static final Logger LOG = LoggerFactory.getLogger(TopicsAtStart.class);

    private static final List<Topic<?, ?>> WRITTEN_HERE =
            List.of(Topics.POSTS, Topics.AUTHORS, Topics.LISTENING, Topics.SET_ASIDE);
    private static final Duration LIFE = Duration.ofDays(30);
    private static final long MOST_BYTES_OF_POSTS = 20_000_000_000L;
    private static final int SEGMENT_BYTES = 256 << 20;
    /** Only what is closed is compacted, and all of it is read at every start. */
    private static final int SEGMENT_BYTES_OF_COMPACTED = 8 << 20;

    private static final int MOST_BYTES_OF_A_VALUE = 2 << 20;

    /**
     * Creates what is missing.
     *
     * @throws ExecutionException if the broker is away or refuses
     */
    void create(Admin admin) throws ExecutionException, InterruptedException {
        for (Topic<?, ?> topic : WRITTEN_HERE) {
            try {
                admin.createTopics(List.of(described(topic))).all().get();
                LOG.atInfo().addKeyValue("topic", topic.name()).log("created a topic");
            } catch (ExecutionException refused) {
                if (!(refused.getCause() instanceof TopicExistsException)) {
                    throw refused;
                }
            }
        }
    }

    NewTopic described(Topic<?, ?> topic) {
        int cut =
                switch (topic.spread()) {
                    case WIDE -> partitions;
                    case SINGLE -> 1;
                };
        return new NewTopic(topic.name(), cut, replication).configs(settings(topic, cut));
    }

    private static Map<String, String> settings(Topic<?, ?> topic, int cut) {
        var settings = new HashMap<String, String>();
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(MOST_BYTES_OF_A_VALUE));
        settings.put(TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(SEGMENT_BYTES));
        switch (topic.keeping()) {
            case LOG -> {
                settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
                settings.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(LIFE.toMillis()));
                settings.put(TopicConfig.RETENTION_BYTES_CONFIG, String.valueOf(MOST_BYTES_OF_POSTS / cut));
            }
            case NEWEST_PER_KEY -> {
                settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
                settings.put(TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(SEGMENT_BYTES_OF_COMPACTED));
            }
            case NEWEST_PER_KEY_FOR_A_TIME -> {
                settings.put(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE);
                settings.put(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(LIFE.toMillis()));
            }
        }
        return settings;
    }
}
