package io.habitus.gateway.services;

import io.habitus.gateway.answers.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Questions the gateway itself asks the services. */
public final class Inquiry implements AutoCloseable {

    private final HttpClient client;

    public Inquiry(Duration connectWithin) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectWithin)
                .build();
    }

    /** What came of a question. */
    public sealed interface Reply {

        /** @param body any JSON; an empty object where there was none */
        record Said(int status, JsonNode body) implements Reply {}

        record Silence(String why) implements Reply {}
    }

    /**
     * Asks a service.
     *
     * @param path with a leading slash
     * @param within the whole of the answer must be there by then
     */
    public Reply ask(Service service, String path, Map<String, String> headers, Duration within) {
        var question = HttpRequest.newBuilder(service.at(path)).timeout(within).header("Accept", "application/json");
        headers.forEach(question::header);
        try {
            var answer = client.send(question.build(), BodyHandlers.ofByteArray());
            return new Reply.Said(answer.statusCode(), tree(answer.body()));
        } catch (IOException | JacksonException unreadable) {
            return new Reply.Silence(unreadable.getClass().getSimpleName());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Reply.Silence("interrupted");
        }
    }

    private static JsonNode tree(byte[] body) {
        return Json.tree(body.length == 0 ? new byte[] {'{', '}'} : body);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
