package io.habitus.persona.running;

import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics this service writes. It makes those that are missing and leaves alone those that are there. */
final class OwnTopics {

    private static final String TWO_MEBIBYTES = Integer.toString(2 << 20);
    private static final String THIRTY_DAYS = Long.toString(30L * 24 * 60 * 60 * 1000);

    private final short replication;

    OwnTopics(short replication) {
        this.replication = replication;
    }

    /**
     * Makes what is missing.
     *
     * @return those of all topics this service needs, its own and others', that are not there yet
     * @throws ExecutionException if the broker does not answer
     */
    List<String> make(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> there = admin.listTopics().names().get();
        for (NewTopic topic : List.of(views(), setAside())) {
            if (!there.contains(topic.name())) {
                make(topic, admin);
            }
        }
        List<String> missing = new ArrayList<>(List.of(Topics.MENTIONS.name()));
        missing.removeAll(there);
        return missing;
    }

    private static void make(NewTopic topic, Admin admin) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException failed) {
            // Another instance, or another service that sets records aside, was faster.
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    /** Rewritten all the time: small segments, so that it is compacted soon and read in no time at every start. */
    private NewTopic views() {
        return topic(Topics.VIEWS)
                .configs(Map.of(
                        "cleanup.policy",
                        "compact",
                        "segment.bytes",
                        Integer.toString(32 << 20),
                        "min.cleanable.dirty.ratio",
                        "0.2",
                        "max.message.bytes",
                        TWO_MEBIBYTES));
    }

    private NewTopic setAside() {
        return topic(Topics.SET_ASIDE).configs(Map.of("retention.ms", THIRTY_DAYS, "max.message.bytes", TWO_MEBIBYTES));
    }

    private NewTopic topic(Topic<?, ?> topic) {
        return new NewTopic(topic.name(), 1, replication);
    }
}
