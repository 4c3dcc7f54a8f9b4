package io.habitus.analysis.log;

import io.habitus.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small topic with one partition, all of it in memory, following what is written. Read-only and thread-safe. */
public final class NewestPerKey<V> {

    private static final Logger log = LoggerFactory.getLogger(NewestPerKey.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final KafkaLog kafka;
    private final Topic<String, V> topic;
    private final Map<String, V> newest = new ConcurrentHashMap<>();
    private long readUpTo = -1;
    private boolean complete;

    public NewestPerKey(KafkaLog kafka, Topic<String, V> topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    /** The newest value of this key. */
    public Optional<V> get(String key) {
        return Optional.ofNullable(newest.get(key));
    }

    /** The newest value of every key, in no order. */
    public List<V> all() {
        return new ArrayList<>(newest.values());
    }

    /** Whether all that was there at start has been read. */
    public synchronized boolean isComplete() {
        return complete;
    }

    /**
     * Returns once the record at this offset has been read.
     *
     * @throws TimeoutException if that took longer than {@code atMost}
     */
    public synchronized void await(long offset, Duration atMost) throws InterruptedException, TimeoutException {
        var until = System.nanoTime() + atMost.toNanos();
        while (readUpTo < offset) {
            var left = until - System.nanoTime();
            if (left <= 0) {
                throw new TimeoutException(topic.name() + " was not read up to " + offset);
            }
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
    }

    /** Reads from the beginning and follows for ever. The topic may come later. */
    public void follow() throws InterruptedException {
        try (var consumer = kafka.reader("analysis-" + topic.name())) {
            while (consumer.partitionsFor(topic.name()).isEmpty()) {
                Thread.sleep(BETWEEN_LOOKS);
            }
            var only = new TopicPartition(topic.name(), 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            var end = consumer.endOffsets(List.of(only)).get(only);
            while (true) {
                consumer.poll(POLL).forEach(this::take);
                note(consumer.position(only), end);
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            var key = topic.key().deserializer().deserialize(topic.name(), record.key());
            var value = topic.value().deserializer().deserialize(topic.name(), record.value());
            if (value == null) {
                newest.remove(key);
                return;
            }
            newest.put(key, value);
        } catch (SerializationException unreadable) {
            log.atError()
                    .addKeyValue("topic", topic.name())
                    .addKeyValue("offset", record.offset())
                    .log("a record cannot be read: {}", unreadable.getMessage());
        }
    }

    private synchronized void note(long position, long end) {
        readUpTo = position - 1;
        complete |= position >= end;
        notifyAll();
    }
}
