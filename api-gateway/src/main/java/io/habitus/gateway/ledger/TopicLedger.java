package io.habitus.gateway.ledger;

import io.habitus.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small topic of one partition, held in memory: the newest event of each key. Every instance follows the topic on its
 * own, so what one writes the others see a moment later; the writer sees it when {@link #write} returns.
 *
 * <p>While the broker is away the ledger answers from memory and refuses to write.
 */
public final class TopicLedger<V> implements Ledger<V>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicLedger.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Topic<String, V> topic;
    private final Broker broker;
    private final ConcurrentSkipListMap<String, V> newest = new ConcurrentSkipListMap<>();
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread follower;

    private final ReentrantLock progress = new ReentrantLock();
    private final Condition progressed = progress.newCondition();
    private long position;

    private volatile boolean current;
    private volatile boolean closed;

    public TopicLedger(Topic<String, V> topic, Broker broker) {
        this.topic = topic;
        this.broker = broker;
        producer = new KafkaProducer<>(
                with(
                        broker.producer(),
                        Map.of(
                                ProducerConfig.ACKS_CONFIG, "all",
                                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                                // A person waits for the answer: better to say soon that it did not work.
                                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 8_000)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                with(
                        broker.consumer(),
                        Map.of(
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        follower = Thread.ofPlatform().name("ledger-" + topic.name()).daemon().unstarted(this::follow);
    }

    /** Begins to follow the topic, and creates it where it is missing. Returns at once; see {@link #isCurrent()}. */
    public void open() {
        follower.start();
    }

    /** Whether everything has been read that was in the topic when this ledger was opened. */
    public boolean isCurrent() {
        return current;
    }

    /** Waits until {@link #isCurrent()}, however long that takes. */
    public void awaitCurrent() throws InterruptedException {
        progress.lock();
        try {
            while (!current) {
                progressed.await();
            }
        } finally {
            progress.unlock();
        }
    }

    @Override
    public Optional<V> newest(String key) {
        return Optional.ofNullable(newest.get(key));
    }

    @Override
    public SortedMap<String, V> all() {
        return Collections.unmodifiableSortedMap(newest);
    }

    @Override
    public void write(String key, V event) {
        try {
            var acknowledged = producer.send(new ProducerRecord<>(
                            topic.name(),
                            0,
                            key.getBytes(StandardCharsets.UTF_8),
                            topic.value().serializer().serialize(topic.name(), event)))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            awaitRead(acknowledged.offset());
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            throw new LedgerAway(topic.name(), away);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LedgerAway(topic.name(), stop);
        }
    }

    private void awaitRead(long offset) throws InterruptedException, TimeoutException {
        var left = PATIENCE.toNanos();
        progress.lock();
        try {
            while (position <= offset) {
                if (left <= 0) {
                    throw new TimeoutException("not read back yet");
                }
                left = progressed.awaitNanos(left);
            }
        } finally {
            progress.unlock();
        }
    }

    private void follow() {
        var pause = Duration.ofMillis(200);
        while (!closed) {
            try {
                createTopic();
                readForEver();
            } catch (WakeupException | InterruptException | InterruptedException stop) {
                // close() asks for this; anybody else's interrupt ends the loop as well.
                return;
            } catch (KafkaException | ExecutionException | TimeoutException away) {
                LOG.atWarn()
                        .addKeyValue("topic", topic.name())
                        .addKeyValue("retryIn", pause)
                        .setCause(away)
                        .log("cannot follow the ledger");
                if (!rest(pause)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void createTopic() throws InterruptedException, ExecutionException, TimeoutException {
        var wanted = new NewTopic(topic.name(), 1, broker.replication())
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(2 << 20)));
        try (var admin = Admin.create(broker.admin())) {
            admin.createTopics(List.of(wanted)).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw refused;
            }
        }
    }

    private void readForEver() {
        var partition = new TopicPartition(topic.name(), 0);
        consumer.assign(List.of(partition));
        if (!current) {
            consumer.seekToBeginning(List.of(partition));
        }
        var end = consumer.endOffsets(List.of(partition)).get(partition);
        while (!closed) {
            // An empty poll costs nothing: the broker answers as soon as there is something.
            for (var record : consumer.poll(Duration.ofSeconds(1))) {
                apply(record);
            }
            var before = current;
            arriveAt(consumer.position(partition), end);
            if (current && !before) {
                LOG.atInfo()
                        .addKeyValue("topic", topic.name())
                        .addKeyValue("keys", newest.size())
                        .log("ledger is current");
            }
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        var key = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            newest.remove(key);
            return;
        }
        try {
            newest.put(key, topic.value().deserializer().deserialize(topic.name(), record.value()));
        } catch (SerializationException unreadable) {
            // Only this room writes here. Forgetting what was known shuts the door: it may have been a revocation.
            newest.remove(key);
            LOG.atError()
                    .addKeyValue("topic", topic.name())
                    .addKeyValue("offset", record.offset())
                    .setCause(unreadable)
                    .log("unreadable event in the ledger");
        }
    }

    private void arriveAt(long offset, long end) {
        progress.lock();
        try {
            position = offset;
            current = current || offset >= end;
            progressed.signalAll();
        } finally {
            progress.unlock();
        }
    }

    private static boolean rest(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stop) {
            return false;
        }
    }

    private static Map<String, Object> with(Map<String, Object> settings, Map<String, Object> ours) {
        var all = new HashMap<>(settings);
        all.putAll(ours);
        return all;
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        follower.interrupt();
        try {
            if (follower.getState() != Thread.State.NEW) {
                follower.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(2));
        if (!follower.isAlive()) {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
        }
    }
}
