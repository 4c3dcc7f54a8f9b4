package io.habitus.ingest.log;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * Makes the clients of the broker. Addresses and what only costs or saves time come from Spring's own keys; what our
 * promises rest on is decided here.
 */
public final class KafkaClients {

    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(15);
    private static final int MOST_BYTES_OF_A_REQUEST = 2 << 20;

    private final KafkaProperties kafka;
    private final Duration patience;

    /** @param patience how long a producer goes on trying before it gives a record up */
    public KafkaClients(KafkaProperties kafka, Duration patience) {
        this.kafka = kafka;
        this.patience = patience;
    }

    public Admin admin() {
        return Admin.create(kafka.buildAdminProperties());
    }

    /** A producer that is acknowledged by all replicas in sync, in order, once. */
    public Producer<byte[], byte[]> producer() {
        var settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patience.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) patience.toMillis());
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) requestTimeout().toMillis());
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MOST_BYTES_OF_A_REQUEST);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** A consumer without a group, which never creates a topic. */
    public Consumer<byte[], byte[]> consumer() {
        var settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Shorter than the patience, which must leave room for a second attempt. */
    private Duration requestTimeout() {
        Duration half = patience.dividedBy(2);
        return half.compareTo(LONGEST_REQUEST) < 0 ? half : LONGEST_REQUEST;
    }
}
