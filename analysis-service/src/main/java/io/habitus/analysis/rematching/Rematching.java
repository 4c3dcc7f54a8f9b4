package io.habitus.analysis.rematching;

import io.habitus.analysis.log.KafkaLog;
import io.habitus.analysis.log.Lag;
import io.habitus.analysis.log.OwnTopics;
import io.habitus.analysis.mentions.MentionStreams;
import io.habitus.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches came, changed or went: what was said before is looked at again. For a batch of changes:
 *
 * <ol>
 *   <li>a mark with the offset of the newest change goes into every partition of REMATCHES;
 *   <li>it waits until the topology has committed past every mark: whatever that reads from then on meets the new
 *       watches;
 *   <li>only now it takes the end of POSTS and looks back up to there: posts that a changed watch hears are sent along;
 *   <li>it looks through MENTIONS for what a changed watch heard, or hears now, for their posts may have left the log;
 *   <li>it commits the changes as done.
 * </ol>
 *
 * Killed in between, all of it is done again, which changes nothing. One instance at a time does it, for WATCHES has one
 * partition.
 */
public final class Rematching {

    /** Its consumer group on WATCHES. */
    public static final String GROUP = "analysis-rematching";

    private static final Logger log = LoggerFactory.getLogger(Rematching.class);

    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaLog kafka;
    private final OwnTopics topics;
    private final Lag lag;
    private final MeterRegistry meters;
    private volatile boolean active;

    Rematching(KafkaLog kafka, OwnTopics topics, Lag lag, MeterRegistry meters) {
        this.kafka = kafka;
        this.topics = topics;
        this.lag = lag;
        this.meters = meters;
    }

    /** Whether this instance is looking back just now. */
    public boolean isActive() {
        return active;
    }

    /** Works until interrupted; throws when it cannot go on. */
    void run() throws InterruptedException, ExecutionException {
        topics.await();
        try (var watches = kafka.member(GROUP, GROUP, Map.of())) {
            watches.subscribe(List.of(Topics.WATCHES.name()));
            while (true) {
                var changed = watches.poll(POLL);
                if (!changed.isEmpty()) {
                    follow(changed, watches);
                }
            }
        }
    }

    private void follow(ConsumerRecords<byte[], byte[]> changed, Consumer<byte[], byte[]> watches)
            throws InterruptedException, ExecutionException {
        active = true;
        try (var changes = Changes.in(changed);
                var requests = new Requests(kafka, new StayingAlive(watches), meters)) {
            var marks = requests.mark(changes.upTo());
            requests.awaitPassed(marks, () -> lag.committed(MentionStreams.APPLICATION));
            if (changes.canHear()) {
                requests.lookThroughPosts(changes);
            }
            requests.lookThroughMentions(changes);
            watches.commitSync();
            log.atInfo().addKeyValue("watches", changes.size()).log("looked back for changed watches");
        } catch (CommitFailedException moved) {
            log.atInfo().log("another instance looks back again");
        } finally {
            active = false;
        }
    }
}
