package io.habitus.analysis;

import static org.awaitility.Awaitility.await;

import io.habitus.backends.junit.Backends;
import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on real backends, one for all integration tests of the JVM; each test has a project of its own. */
public final class RunningService implements BeforeAllCallback {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PARTITIONS = 3;

    private static RunningService shared;

    private final Backends backends;
    private KafkaProducer<byte[], byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private Path folder;
    private ConfigurableApplicationContext context;

    /** An answer of the service. */
    public record Answer(int status, String type, JsonNode body) {}

    /** The one of this JVM; runs from the first test class that registers it to the end of all tests. */
    public static synchronized RunningService on(Backends backends) {
        if (shared == null) {
            shared = new RunningService(backends);
        }
        return shared;
    }

    private RunningService(Backends backends) {
        this.backends = backends;
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        test.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningService.class))
                .computeIfAbsent(RunningService.class, _ -> {
                    prepare();
                    start();
                    return (AutoCloseable) this::end;
                });
    }

    private void end() {
        stop();
        producer.close(Duration.ofSeconds(5));
    }

    private void prepare() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backends.bootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        try {
            folder = Files.createTempDirectory("analysis-service-");
            Files.writeString(folder.resolve("project.key"), Base64.getEncoder().encodeToString(new byte[32]));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        make(Topics.POSTS, PARTITIONS);
        make(Topics.PROJECTS, 1);
    }

    /** As the service that writes it would. */
    private void make(Topic<?, ?> topic, int partitions) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", backends.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic.name(), partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(refused.getCause());
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public void start() {
        context = AnalysisService.start(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + backends.bootstrapServers(),
                "--analysis.elasticsearch=" + backends.elasticsearch(),
                "--analysis.partitions=" + PARTITIONS,
                "--analysis.project-key-file=" + folder.resolve("project.key"),
                "--analysis.state-dir=" + folder.resolve("state"));
        awaitReady();
    }

    public void stop() {
        context.close();
    }

    public void awaitReady() {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get("/actuator/health/readiness").status() == 200);
    }

    // --- writing ----------------------------------------------------------------------------------------------------

    public <V> void write(Topic<String, V> topic, String key, V value) {
        writeBytes(
                topic,
                topic.key().serializer().serialize(topic.name(), key),
                topic.value().serializer().serialize(topic.name(), value));
    }

    public void writeBytes(Topic<?, ?> topic, byte[] key, byte[] value) {
        producer.send(new ProducerRecord<>(topic.name(), null, Instant.now().toEpochMilli(), key, value));
    }

    public <V> void writeToEveryPartition(Topic<String, V> topic, String key, V value) {
        for (var partition : producer.partitionsFor(topic.name())) {
            producer.send(new ProducerRecord<>(
                    topic.name(),
                    partition.partition(),
                    topic.key().serializer().serialize(topic.name(), key),
                    topic.value().serializer().serialize(topic.name(), value)));
        }
        producer.flush();
    }

    public void flush() {
        producer.flush();
    }

    // --- asking -----------------------------------------------------------------------------------------------------

    private URI uri(String path) {
        var port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Answer get(String path, String... headers) {
        var request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public Answer send(String method, String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var type = response.headers().firstValue("Content-Type").orElse("");
            var body = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
            return new Answer(response.statusCode(), type, body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Everything in a topic so far that is committed. */
    public List<ConsumerRecord<byte[], byte[]>> all(Topic<?, ?> topic) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", backends.bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }
}
