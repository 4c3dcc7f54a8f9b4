package io.habitus.persona.sample;

import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
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

/**
 * Reads all of SAMPLE and follows it, as soon as it is there; whatever ends that, it begins anew from the beginning,
 * for what was taken out meanwhile may have left no trace. Nothing waits for it.
 */
public final class SampleReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SampleReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Properties settings;
    private final Sample sample;
    private final Thread reading = new Thread(this::read, "sample");
    private volatile boolean closed;
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile long lag;

    /**
     * @param settings of the consumer; it has no group
     * @param sample where the posts go; nobody else writes to it
     * @param meters {@code persona.sample.posts}, {@code persona.sample.bytes}, {@code persona.sample.lag} (records)
     */
    public SampleReader(Properties settings, Sample sample, MeterRegistry meters) {
        this.settings = new Properties();
        this.settings.putAll(settings);
        // It belongs to analysis-service: whoever makes it by asking for it makes it wrong.
        this.settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A place that is no longer there must be noticed, not jumped over.
        this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        this.sample = sample;
        Gauge.builder("persona.sample.posts", sample, Sample::posts).register(meters);
        Gauge.builder("persona.sample.bytes", sample, Sample::bytes)
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("persona.sample.lag", () -> lag).register(meters);
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
                LOG.debug("stopped reading the sample", stop);
            } catch (KafkaException away) {
                LOG.atWarn()
                        .addKeyValue("retryIn", RETRY)
                        .addKeyValue("reason", away.getMessage())
                        .log("cannot read the sample");
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        var all = awaitPartitions(consumer);
        consumer.assign(all);
        consumer.seekToBeginning(all);
        var end = consumer.endOffsets(all);
        sample.beginAnew();
        while (!closed) {
            consumer.poll(POLL).forEach(this::take);
            sample.forgetWhatIsOld();
            lag = all.stream()
                    .mapToLong(one -> consumer.currentLag(one).orElse(0))
                    .sum();
            if (!sample.isComplete() && all.stream().allMatch(one -> consumer.position(one) >= end.get(one))) {
                sample.complete();
            }
        }
    }

    private List<TopicPartition> awaitPartitions(Consumer<byte[], byte[]> consumer) {
        while (!closed) {
            var found = consumer.partitionsFor(Topics.SAMPLE.name());
            if (!found.isEmpty()) {
                return found.stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
            }
            pause();
        }
        return List.of();
    }

    private void take(ConsumerRecord<byte[], byte[]> message) {
        try {
            read(message);
        } catch (SerializationException | IllegalArgumentException unreadable) {
            LOG.atWarn()
                    .addKeyValue("partition", message.partition())
                    .addKeyValue("offset", message.offset())
                    .addKeyValue("reason", unreadable.getClass().getSimpleName())
                    .log("passed over a sampled post nobody can read");
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> message) {
        var key = new String(message.key(), StandardCharsets.UTF_8);
        var event = Topics.SAMPLE.value().deserializer().deserialize(message.topic(), message.value());
        switch (event) {
            case null -> {
                var slash = key.indexOf('/');
                sample.remove(key.substring(0, Math.max(slash, 0)), key.substring(slash + 1));
            }
            case SampleEvent.Heard heard -> {
                if (!isComplete(heard) || !key.equals(Topics.projectKey(heard.project(), heard.postId()))) {
                    throw new IllegalArgumentException("incomplete");
                }
                sample.take(heard, Instant.ofEpochMilli(message.timestamp()));
            }
        }
    }

    private static boolean isComplete(SampleEvent.Heard heard) {
        return heard.project() != null
                && heard.postId() != null
                && heard.at() != null
                && heard.voice() != null
                && heard.text() != null;
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
        var open = consumer;
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
