package io.habitus.persona.views;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Window;
import io.habitus.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest of every view in VIEWS, in memory: small enough for every instance to hold all of it, so any of them
 * answers for any watch.
 */
public final class NewestViews implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NewestViews.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Properties connection;
    private final ConcurrentNavigableMap<String, LiveView> views = new ConcurrentSkipListMap<>();
    private final Thread reading = new Thread(this::read, "newest-views");
    private volatile boolean complete;
    private volatile boolean closed;
    private volatile Consumer<byte[], byte[]> consumer;

    /** @param connection how consumers reach the broker */
    public NewestViews(Properties connection) {
        this.connection = connection;
    }

    /** Begins to read; VIEWS exists. */
    public void start() {
        reading.start();
    }

    /** Whether all views that existed at the start are known. Until then nothing can be said of any. */
    public boolean isComplete() {
        return complete;
    }

    /** The newest view; empty if none was ever sent. */
    public Optional<LiveView> find(String project, String watch, Window window) {
        return Optional.ofNullable(views.get(
                Topics.projectKey(project, watch) + "/" + window.name().toLowerCase(Locale.ROOT)));
    }

    /** The newest views of this window of all watches of a project that hear anything at all, by watch. */
    public List<LiveView> ofProject(String project, Window window) {
        String start = Topics.projectKey(project, "");
        String end = project + (char) ('/' + 1);
        return views.subMap(start, end).values().stream()
                .filter(view -> view.window() == window && view.first() != null)
                .toList();
    }

    private void read() {
        while (!closed) {
            try (Consumer<byte[], byte[]> opened = open()) {
                consumer = opened;
                follow(opened);
            } catch (WakeupException | InterruptException stopped) {
                LOG.debug("stopped reading views", stopped);
            } catch (KafkaException away) {
                LOG.atWarn()
                        .addKeyValue("retryIn", RETRY)
                        .addKeyValue("reason", away.getMessage())
                        .log("cannot read views");
                pause();
            }
        }
    }

    private Consumer<byte[], byte[]> open() {
        return new KafkaConsumer<>(connection, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> all = consumer.partitionsFor(Topics.VIEWS.name()).stream()
                .map(NewestViews::partition)
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Map<TopicPartition, Long> end = consumer.endOffsets(all);
        while (!closed) {
            consumer.poll(POLL).forEach(this::take);
            if (!complete) {
                complete = end.entrySet().stream()
                        .allMatch(partition -> consumer.position(partition.getKey()) >= partition.getValue());
            }
        }
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    private void take(ConsumerRecord<byte[], byte[]> message) {
        try {
            String key = Topics.VIEWS.key().deserializer().deserialize(message.topic(), message.key());
            LiveView view = Topics.VIEWS.value().deserializer().deserialize(message.topic(), message.value());
            if (view == null) {
                views.remove(key);
            } else {
                views.put(key, view);
            }
        } catch (SerializationException unreadable) {
            // Only this service writes VIEWS, and it will write this view anew; the one before stands until then.
            LOG.atWarn()
                    .addKeyValue("offset", message.offset())
                    .addKeyValue("reason", unreadable.getMessage())
                    .log("passed over a view nobody can read");
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        Consumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        reading.interrupt();
        try {
            reading.join(Duration.ofSeconds(5));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
