package io.habitus.backends.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BackendsIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    @Test
    void what_a_transaction_wrote_is_still_there_after_a_restart_of_the_broker() throws Exception {
        createTopic("restarted");
        try (var producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", BACKENDS.bootstrapServers(),
                        "transactional.id", "restarting",
                        "compression.type", "lz4"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("restarted", "key", "value"));
            producer.commitTransaction();
        }
        String before = BACKENDS.bootstrapServers();

        BACKENDS.restartKafka();

        assertThat(BACKENDS.bootstrapServers()).isEqualTo(before);
        assertThat(valuesOf("restarted")).containsExactly("value");
    }

    @Test
    void a_topic_that_nobody_made_is_not_made_by_asking_for_it() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BACKENDS.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("nobody-made-it"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void an_indexed_document_survives_a_kill_of_elasticsearch() throws Exception {
        URI before = BACKENDS.elasticsearch();
        send("PUT", "/survivors/_doc/1?version=7&version_type=external", "{\"tok\":\"bahn\"}");

        BACKENDS.killElasticsearch();

        assertThat(BACKENDS.elasticsearch()).isEqualTo(before);
        assertThat(send("GET", "/survivors/_doc/1", "")).contains("\"_version\":7");
    }

    @Test
    void an_indexed_document_survives_a_restart_of_elasticsearch() throws Exception {
        send("PUT", "/restarted/_doc/1", "{\"tok\":\"bahn\"}");

        BACKENDS.restartElasticsearch();

        assertThat(send("GET", "/restarted/_count?q=tok:bahn", "")).contains("\"count\":1");
    }

    private static void createTopic(String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BACKENDS.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static List<String> valuesOf(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", BACKENDS.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition only = new TopicPartition(topic, 0);
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            return consumer.poll(Duration.ofSeconds(20)).records(only).stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }

    private static String send(String method, String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            BACKENDS.elasticsearch().resolve(path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .header("Content-Type", "application/json")
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return answer.body();
        }
    }
}
