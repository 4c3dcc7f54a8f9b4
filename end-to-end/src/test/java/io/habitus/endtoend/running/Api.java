package io.habitus.endtoend.running;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public door, asked by a program outside. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI door;
    private final String key;

    Api(URI door, String key) {
        this.door = door;
        this.key = key;
    }

    /** An answer, whatever its status; the body is an empty object if it is not JSON. */
    public record Answer(int status, String text) {

        public JsonNode json() {
            return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Posts JSON. */
    public Answer post(String path, String body) {
        return send(json(path).POST(BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String body) {
        return send(json(path).PUT(BodyPublishers.ofString(body)));
    }

    public Answer patch(String path, String body) {
        return send(json(path).method("PATCH", BodyPublishers.ofString(body)));
    }

    /** Posts any bytes as lines of JSON. */
    public Answer postLines(String path, BodyPublisher lines) {
        return send(request(path).header("Content-Type", "application/x-ndjson").POST(lines));
    }

    /** As a value in a query string. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(door.resolve(path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + key);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException broken) {
            // As a gateway before us would say it; the tests decide whether they may try again.
            return new Answer(503, "{\"detail\":\"" + broken.getClass().getSimpleName() + "\"}");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
