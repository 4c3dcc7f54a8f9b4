package io.habitus.ingest;

import io.habitus.contracts.PostEvent;
import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a free port, and what it wrote into the log. */
final class RunningIngest implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final String bootstrapServers;
    private final ConfigurableApplicationContext service;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    RunningIngest(String bootstrapServers, String... settings) {
        this.bootstrapServers = bootstrapServers;
        var all = new ArrayList<>(List.of(settings));
        try {
            Path keys = Files.createTempDirectory("habitus-keys");
            all.add("--ingest.pseudonym-key-file="
                    + InstallationKeyFiles.write(keys.resolve("p"), InstallationKeyFiles.PSEUDONYM_KEY));
            all.add("--ingest.origin-key-file="
                    + InstallationKeyFiles.write(keys.resolve("o"), InstallationKeyFiles.ORIGIN_KEY));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        all.add("--server.port=0");
        all.add("--spring.kafka.bootstrap-servers=" + bootstrapServers);
        service = IngestService.start(all.toArray(String[]::new));
        address = URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
    }

    /** An answer. */
    record Answer(int status, HttpResponse<String> response) {
        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String contentType() {
            return response.headers().firstValue("Content-Type").orElse("");
        }
    }

    Answer push(String project, String json) {
        return post("/api/v1/projects/" + project + "/documents", "application/json", bytes(json), Map.of());
    }

    Answer importLines(String project, String lines) {
        return importLines(project, "", bytes(lines));
    }

    Answer importLines(String project, String query, byte[] lines) {
        return post(
                "/api/v1/projects/" + project + "/documents/import" + query, "application/x-ndjson", lines, Map.of());
    }

    Answer importPacked(String project, byte[] packed) {
        return post(
                "/api/v1/projects/" + project + "/documents/import",
                "application/x-ndjson",
                packed,
                Map.of("Content-Encoding", "gzip"));
    }

    Answer post(String path, String contentType, byte[] body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return ask(request.build());
    }

    Answer get(String path) {
        return ask(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    Answer delete(String path) {
        return ask(HttpRequest.newBuilder(address.resolve(path)).DELETE().build());
    }

    private Answer ask(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Everything in POSTS that these posts' project or source is named in. */
    List<PostEvent.Published> published(String source) {
        return log(Topics.POSTS).stream()
                .map(posted -> Topics.POSTS.value().deserializer().deserialize("posts", posted.value()))
                .filter(PostEvent.Published.class::isInstance)
                .map(PostEvent.Published.class::cast)
                .filter(post -> post.source().equals(source))
                .toList();
    }

    /** Everything in a topic, partition by partition. */
    List<ConsumerRecord<byte[], byte[]>> log(Topic<?, ?> topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var all = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }

    static byte[] packed(String text) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
