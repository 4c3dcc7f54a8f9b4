package io.habitus.analysis.api;

import io.habitus.analysis.log.KafkaLog;
import io.habitus.analysis.log.NewestPerKey;
import io.habitus.analysis.log.OwnTopics;
import io.habitus.contracts.ProjectEvent;
import io.habitus.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A project that goes takes its watches along, and with them its mentions: whoever takes its name finds nothing. */
final class RemovedProjects {

    private static final Logger log = LoggerFactory.getLogger(RemovedProjects.class);

    private static final String GROUP = "analysis-removed-projects";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration TO_READ = Duration.ofSeconds(10);

    private static final Map<String, Object> TOPIC_MAY_COME_LATER =
            Map.of(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);

    private final KafkaLog kafka;
    private final OwnTopics topics;
    private final NewestPerKey<ProjectEvent> projects;
    private final SavedWatches watches;

    RemovedProjects(KafkaLog kafka, OwnTopics topics, NewestPerKey<ProjectEvent> projects, SavedWatches watches) {
        this.kafka = kafka;
        this.topics = topics;
        this.projects = projects;
        this.watches = watches;
    }

    /** Works until interrupted; throws when it cannot go on. */
    void run() throws InterruptedException, TimeoutException {
        topics.await();
        try (var consumer = kafka.member(GROUP, GROUP, TOPIC_MAY_COME_LATER)) {
            consumer.subscribe(List.of(Topics.PROJECTS.name()));
            while (true) {
                var records = consumer.poll(POLL);
                for (var record : records) {
                    follow(record);
                }
                if (!records.isEmpty()) {
                    consumer.commitSync();
                }
            }
        }
    }

    private void follow(ConsumerRecord<byte[], byte[]> record) throws InterruptedException, TimeoutException {
        projects.await(record.offset(), TO_READ);
        if (!(read(record) instanceof ProjectEvent.Removed removed)) {
            return;
        }
        // Those of a project that took the name since are not meant, also when this record is read again.
        var its = watches.of(removed.project()).stream()
                .filter(watch -> !watch.createdAt().isAfter(removed.changedAt()))
                .toList();
        its.forEach(watch -> watches.remove(removed.project(), watch.watch()));
        log.atInfo()
                .addKeyValue("project", removed.project())
                .addKeyValue("watches", its.size())
                .log("a project is gone, and its watches with it");
    }

    private static ProjectEvent read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Topics.PROJECTS.value().deserializer().deserialize(record.topic(), record.value());
        } catch (SerializationException unreadable) {
            log.atError()
                    .addKeyValue("offset", record.offset())
                    .log("a project cannot be read: {}", unreadable.getMessage());
            return null;
        }
    }
}
