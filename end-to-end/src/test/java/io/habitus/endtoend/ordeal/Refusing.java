package io.habitus.endtoend.ordeal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Makes an Elasticsearch answer bulks while it refuses each of their items, and lets it write again. */
final class Refusing {

    private final URI elasticsearch;

    Refusing(URI elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    void begin() {
        put("true");
    }

    void end() {
        put("null");
    }

    private void put(String value) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(elasticsearch.resolve("/mentions-*/_settings"))
                            .header("Content-Type", "application/json")
                            .PUT(BodyPublishers.ofString("{\"index.blocks.write\":" + value + "}"))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
