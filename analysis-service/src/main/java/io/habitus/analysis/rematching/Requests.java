package io.habitus.analysis.rematching;

import io.habitus.analysis.log.KafkaLog;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.RematchEvent;
import io.habitus.contracts.RematchEvent.LookAgain;
import io.habitus.contracts.RematchEvent.WatchesUpTo;
import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/** What is asked of the topology in REMATCHES. Everything asked for has arrived when a method returns. */
final class Requests implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final byte[] MARK_KEY = "watches".getBytes(StandardCharsets.UTF_8);

    private final KafkaLog kafka;
    private final StayingAlive alive;
    private final Producer<byte[], byte[]> producer;
    private final Counter scanned;
    private final Counter asked;
    private final AtomicReference<Exception> lost = new AtomicReference<>();

    Requests(KafkaLog kafka, StayingAlive alive, MeterRegistry meters) {
        this.kafka = kafka;
        this.alive = alive;
        producer = kafka.producer(Rematching.GROUP);
        scanned = Counter.builder("rematching.scanned")
                .description("Records looked through for changed watches")
                .register(meters);
        asked = Counter.builder("rematching.asked")
                .description("Posts the topology was asked to look at again")
                .register(meters);
    }

    /** Where the topology has got to. */
    @FunctionalInterface
    interface Progress {
        Map<TopicPartition, Long> committed() throws ExecutionException, InterruptedException;
    }

    /** Puts the mark into every partition; returns where. */
    Map<TopicPartition, Long> mark(long watchesUpTo) throws ExecutionException, InterruptedException {
        var json = json(new WatchesUpTo(watchesUpTo));
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var partition : producer.partitionsFor(Topics.REMATCHES.name())) {
            sent.add(producer.send(
                    new ProducerRecord<>(Topics.REMATCHES.name(), partition.partition(), MARK_KEY, json)));
        }
        var marks = new HashMap<TopicPartition, Long>();
        for (var mark : sent) {
            var at = mark.get();
            marks.put(new TopicPartition(at.topic(), at.partition()), at.offset());
        }
        return marks;
    }

    /** However long that takes: the topology may be restoring its stores. */
    void awaitPassed(Map<TopicPartition, Long> marks, Progress progress)
            throws ExecutionException, InterruptedException {
        while (true) {
            var committed = progress.committed();
            if (marks.entrySet().stream()
                    .allMatch(mark -> committed.getOrDefault(mark.getKey(), 0L) > mark.getValue())) {
                return;
            }
            alive.pulse();
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Asks for every post of the log that one of the changed watches hears. */
    void lookThroughPosts(Changes changes) {
        scan(Topics.POSTS, (record, event) -> {
            if (event instanceof Published post && changes.hear(post)) {
                ask(new LookAgain(post.postId(), post), record.partition());
            }
        });
    }

    /** Asks for every mention that concerns one of the changed watches. */
    void lookThroughMentions(Changes changes) {
        scan(Topics.MENTIONS, (_, event) -> {
            if (event instanceof Found mention && changes.concern(mention)) {
                ask(new LookAgain(mention.postId(), null), null);
            }
        });
    }

    /** @param partition that of the post, or null to find it by the id as POSTS does */
    private void ask(LookAgain again, Integer partition) {
        asked.increment();
        var key = again.postId().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.REMATCHES.name(), partition, key, json(again)), (_, failed) -> {
            if (failed != null) {
                lost.compareAndSet(null, failed);
            }
        });
    }

    private static byte[] json(RematchEvent event) {
        return Topics.REMATCHES.value().serializer().serialize(Topics.REMATCHES.name(), event);
    }

    @FunctionalInterface
    private interface Look<V> {
        void at(ConsumerRecord<byte[], byte[]> record, V event);
    }

    private <V> void scan(Topic<String, V> topic, Look<V> look) {
        try (var reader = kafka.reader(Rematching.GROUP + "-" + topic.name())) {
            var partitions = KafkaLog.partitionsOf(topic, reader);
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            var open = new ArrayList<>(partitions);
            while (!open.isEmpty()) {
                for (var record : reader.poll(POLL)) {
                    scanned.increment();
                    look(topic, record, look);
                }
                alive.pulse();
                open.removeIf(partition -> reader.position(partition) >= ends.get(partition));
            }
        }
        producer.flush();
        if (lost.get() != null) {
            throw new IllegalStateException("a request to look again was lost", lost.get());
        }
    }

    private static <V> void look(Topic<String, V> topic, ConsumerRecord<byte[], byte[]> record, Look<V> look) {
        try {
            look.at(record, topic.value().deserializer().deserialize(record.topic(), record.value()));
        } catch (SerializationException _) {
            // Whoever read it first has set it aside with the reason.
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
