package io.habitus.gateway;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway as it is started, with small services behind it that say what the test wants. */
final class RunningGateway implements AutoCloseable {

    static final String ADMIN_KEY = "hab_admin000_" + "A".repeat(43);
    static final byte[] ORIGIN_KEY = "an origin key of thirty-two byte".getBytes(StandardCharsets.US_ASCII);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final SmallService ingest;
    final SmallService analysis;
    final SmallService persona;
    final ConfigurableApplicationContext context;
    final HttpClient client;

    private final boolean first;

    private RunningGateway(
            boolean first,
            SmallService ingest,
            SmallService analysis,
            SmallService persona,
            ConfigurableApplicationContext context) {
        this.first = first;
        this.ingest = ingest;
        this.analysis = analysis;
        this.persona = persona;
        this.context = context;
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Starts one and waits until it is ready. */
    static RunningGateway start(String bootstrapServers, String... more) throws IOException {
        var ingest = SmallService.start();
        var analysis = SmallService.start();
        var persona = SmallService.start();
        var gateway = new RunningGateway(
                true,
                ingest,
                analysis,
                persona,
                contextFor(bootstrapServers, ingest.address(), analysis.address(), persona.address(), more));
        gateway.awaitReady();
        return gateway;
    }

    /** Starts one before these two and a small ingest-service. */
    static RunningGateway startBefore(String bootstrapServers, URI analysis, URI persona) throws IOException {
        var ingest = SmallService.start();
        var nobody = SmallService.start();
        var gateway = new RunningGateway(
                true, ingest, nobody, nobody, contextFor(bootstrapServers, ingest.address(), analysis, persona));
        gateway.awaitReady();
        return gateway;
    }

    /** A second gateway before the same services. */
    RunningGateway another(String bootstrapServers, String... more) throws IOException {
        var gateway = new RunningGateway(
                false,
                ingest,
                analysis,
                persona,
                contextFor(bootstrapServers, ingest.address(), analysis.address(), persona.address(), more));
        gateway.awaitReady();
        return gateway;
    }

    static ConfigurableApplicationContext contextFor(
            String bootstrapServers, URI ingest, URI analysis, URI persona, String... more) throws IOException {
        var keyFile = Files.createTempFile("origin", ".key");
        Files.writeString(keyFile, Base64.getEncoder().encodeToString(ORIGIN_KEY) + "\n");
        var args = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--gateway.origin-key-file=" + keyFile,
                "--gateway.admin-key-sha256=" + sha256(ADMIN_KEY),
                "--gateway.ingest=" + ingest,
                "--gateway.analysis=" + analysis,
                "--gateway.persona=" + persona));
        args.addAll(List.of(more));
        return ApiGateway.start(args.toArray(String[]::new));
    }

    static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    void awaitReady() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            if (send(get("/actuator/health/readiness")).statusCode() != 200) {
                throw new AssertionError("not ready");
            }
        });
    }

    int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(address(path));
    }

    HttpRequest.Builder asked(String method, String path, BodyPublisher body) {
        return HttpRequest.newBuilder(address(path)).method(method, body);
    }

    HttpRequest.Builder posted(String path, String json) {
        return asked("POST", path, BodyPublishers.ofString(json)).header("Content-Type", "application/json");
    }

    static HttpRequest.Builder with(String key, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + key);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    HttpResponse<String> sendAsAdmin(HttpRequest.Builder request) {
        return send(with(ADMIN_KEY, request));
    }

    /** Issues a key by the API and gives it back. */
    String issueKey(String json) {
        var answer = sendAsAdmin(posted("/api/v1/keys", json));
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return json(answer).path("key").asString();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    @Override
    public void close() {
        context.close();
        client.shutdownNow();
        if (first) {
            ingest.close();
            analysis.close();
            persona.close();
        }
    }
}
