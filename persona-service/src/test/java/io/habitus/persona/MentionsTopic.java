package io.habitus.persona;

import static org.awaitility.Awaitility.await;

import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** MENTIONS on a real broker, written as analysis-service does: in transactions. */
final class MentionsTopic implements AutoCloseable {

    static final int PARTITIONS = 4;

    private static final String NAME = Topics.MENTIONS.name();

    private final KafkaProducer<String, byte[]> producer;
    private final String servers;
    private final Set<String> made = new HashSet<>();

    /** Makes the topic if it is missing. */
    MentionsTopic(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            if (!admin.listTopics().names().get().contains(NAME)) {
                admin.createTopics(List.of(new NewTopic(NAME, PARTITIONS, (short) 1)))
                        .all()
                        .get();
            }
            Map<TopicPartition, OffsetSpec> all = new HashMap<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                all.put(new TopicPartition(NAME, partition), OffsetSpec.latest());
            }
            await().atMost(Duration.ofSeconds(20))
                    .ignoreExceptions()
                    .until(() -> admin.listOffsets(all).all().get().size() == PARTITIONS);
        }
        servers = bootstrapServers;
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put(
                "transactional.id", "mentions-of-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Writes them in one transaction. */
    void write(List<Said> all) {
        producer.beginTransaction();
        send(all);
        producer.commitTransaction();
    }

    /** Writes them and takes it back, as a writer does that dies or loses its partition. */
    void writeInVain(List<Said> all) {
        producer.beginTransaction();
        send(all);
        producer.flush();
        producer.abortTransaction();
    }

    /** Writes an event of another topic, which is made if it is missing. */
    <V> void write(Topic<String, V> topic, String key, V event) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            if (made.add(topic.name()) && !admin.listTopics().names().get().contains(topic.name())) {
                admin.createTopics(List.of(new NewTopic(topic.name(), 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(
                topic.name(), key, topic.value().serializer().serialize(topic.name(), event)));
        producer.commitTransaction();
    }

    /** Writes bytes that are no event. */
    void write(String key, byte[] value) {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(NAME, key, value));
        producer.commitTransaction();
    }

    private void send(List<Said> all) {
        for (Said said : all) {
            producer.send(new ProducerRecord<>(
                    NAME, said.key(), Topics.MENTIONS.value().serializer().serialize(NAME, said.event())));
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
