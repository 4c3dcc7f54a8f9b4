package io.habitus.persona.views;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all of VIEWS and follows it; when the broker goes away, it begins anew as soon as it is back. */
public final class ViewReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ViewReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Properties settings;
    private final NewestViews views;
    private final Thread reading = new Thread(this::read, "newest-views");
    private volatile boolean closed;
    private volatile Consumer<byte[], byte[]> consumer;

    /**
     * @param settings of the consumer; it has no group
     * @param views where they go
     */
    public ViewReader(Properties settings, NewestViews views) {
        this.settings = settings;
        this.views = views;
    }

    /** Begins; VIEWS exists. */
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
                LOG.debug("stopped reading views", stop);
            } catch (KafkaException away) {
                LOG.atWarn()
                        .addKeyValue("retryIn", RETRY)
                        .addKeyValue("reason", away.getMessage())
                        .log("cannot read views");
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> all = consumer.partitionsFor(Topics.VIEWS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> end = consumer.endOffsets(all);
        views.beginAnew(end.values().stream().mapToLong(Long::longValue).sum());
        while (!closed) {
            consumer.poll(POLL).forEach(this::take);
            if (!views.isComplete() && all.stream().allMatch(one -> consumer.position(one) >= end.get(one))) {
                views.complete();
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> message) {
        try {
            String key = Topics.VIEWS.key().deserializer().deserialize(message.topic(), message.key());
            LiveView view = Topics.VIEWS.value().deserializer().deserialize(message.topic(), message.value());
            views.take(message.offset(), key, view);
        } catch (SerializationException unreadable) {
            // Only this service writes VIEWS, and it will write this view anew; the one before stands until then.
            LOG.atWarn()
                    .addKeyValue("offset", message.offset())
                    .addKeyValue("reason", unreadable.getMessage())
                    .log("passed over a view nobody can read");
        }
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
