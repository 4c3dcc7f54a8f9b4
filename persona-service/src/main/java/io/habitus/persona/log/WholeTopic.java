package io.habitus.persona.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all of a topic and follows it, as soon as it is there. Whatever ends that, it begins anew from the beginning:
 * what was taken out meanwhile may have left no trace. Nothing waits for it.
 */
public final class WholeTopic implements AutoCloseable {

    /** What is done with what is read, all in one thread. */
    public interface Reader {

        /**
         * All is read once more.
         *
         * @param end how many records there were in all partitions, gaps included
         */
        void beginAnew(long end);

        /** The next record. */
        void take(ConsumerRecord<byte[], byte[]> message);

        /** What was there when it began was taken. */
        void complete();

        /**
         * Some time has passed.
         *
         * @param lag how many records are still to be read
         */
        default void tick(long lag) {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(WholeTopic.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Properties settings = new Properties();
    private final String topic;
    private final Reader reader;
    private final Thread reading;
    private volatile boolean closed;
    private volatile Consumer<byte[], byte[]> consumer;

    /** @param settings of the consumer; it has no group */
    public WholeTopic(Properties settings, String topic, Reader reader) {
        this.settings.putAll(settings);
        // Some belong to other services: whoever makes one by asking for it makes it wrong.
        this.settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A place that is no longer there must be noticed, not jumped over.
        this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        this.topic = topic;
        this.reader = reader;
        this.reading = new Thread(this::read, "all-of-" + topic);
    }

    /** Begins. */
    public void start() {
        reading.start();
    }

    private void read() {
        while (!closed) {
            try (Consumer<byte[], byte[]> opened =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = opened;
                follow(opened);
            } catch (WakeupException | InterruptException stop) {
                LOG.debug("stopped reading a topic", stop);
            } catch (KafkaException away) {
                LOG.atWarn()
                        .addKeyValue("topic", topic)
                        .addKeyValue("retryIn", RETRY)
                        .addKeyValue("reason", away.getMessage())
                        .log("cannot read a topic");
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> all = awaitPartitions(consumer);
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> end = consumer.endOffsets(all);
        reader.beginAnew(end.values().stream().mapToLong(Long::longValue).sum());
        boolean complete = false;
        while (!closed) {
            consumer.poll(POLL).forEach(this::take);
            reader.tick(all.stream()
                    .mapToLong(one -> consumer.currentLag(one).orElse(0))
                    .sum());
            if (!complete && all.stream().allMatch(one -> consumer.position(one) >= end.get(one))) {
                complete = true;
                reader.complete();
            }
        }
    }

    /** A record that nobody foresaw must not stop all that come behind it. */
    private void take(ConsumerRecord<byte[], byte[]> message) {
        try {
            reader.take(message);
        } catch (RuntimeException unforeseen) {
            // Without the fault's own words: they might be the record's.
            LOG.atError()
                    .addKeyValue("topic", topic)
                    .addKeyValue("partition", message.partition())
                    .addKeyValue("offset", message.offset())
                    .addKeyValue("fault", unforeseen.getClass().getName())
                    .log("passed over a record");
        }
    }

    private List<TopicPartition> awaitPartitions(Consumer<byte[], byte[]> consumer) {
        while (!closed) {
            var found = consumer.partitionsFor(topic);
            if (!found.isEmpty()) {
                return found.stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
            }
            pause();
        }
        return List.of();
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (reading.getState() == Thread.State.NEW) {
            return;
        }
        Consumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            if (!reading.join(CLOSE_WITHIN)) {
                reading.interrupt();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
