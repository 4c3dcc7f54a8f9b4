package io.habitus.commandline;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The public door of Habitus. Every method throws {@link DoorAway} if it does not answer and {@link DoorRefused} if it
 * answers with anything but success.
 */
final class Door {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final String key;

    private static final int CONFLICT = 409;

    /** @param key or null for what needs none */
    Door(URI base, String key) {
        if (base.getScheme() == null
                || base.getHost() == null
                || !base.getScheme().startsWith("http")) {
            throw new CannotDo("--url must be a whole web address such as http://127.0.0.1:8080, not " + base + ".");
        }
        this.base = base;
        this.key = key;
    }

    URI address() {
        return base;
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    /** @return false if there is such a thing already */
    boolean postUnlessThere(String path, JsonNode body) {
        try {
            post(path, body);
            return true;
        } catch (DoorRefused refused) {
            if (refused.status() != CONFLICT) {
                throw refused;
            }
            return false;
        }
    }

    JsonNode put(String path, JsonNode body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.bytes(body))));
    }

    JsonNode delete(String path) {
        return send(request(path).DELETE());
    }

    /** Posts lines of JSON. */
    JsonNode postLines(String path, byte[] lines, int length) {
        return send(request(path)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(lines, 0, length)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json");
        if (key != null) {
            try {
                request.header("Authorization", "Bearer " + key);
            } catch (IllegalArgumentException notAHeader) {
                throw new CannotDo("The key holds characters that no key has.", notAHeader);
            }
        }
        return request;
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpResponse<byte[]> response;
        try {
            response = client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (ConnectException refused) {
            throw new DoorAway(base, "nobody listens there", refused);
        } catch (HttpTimeoutException late) {
            throw new DoorAway(base, "no answer in time", late);
        } catch (IOException broken) {
            throw new DoorAway(base, "the connection broke", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotDo("Interrupted.", interrupted);
        }
        int status = response.statusCode();
        if (status == 408 || status == 429 || (status >= 502 && status <= 504)) {
            throw new DoorAway(base, "status " + status, null);
        }
        JsonNode body = body(response);
        if (status / 100 != 2) {
            throw new DoorRefused(status, body);
        }
        return body;
    }

    private JsonNode body(HttpResponse<byte[]> response) {
        try {
            return Json.read(response.body());
        } catch (JacksonException notJson) {
            if (response.statusCode() / 100 == 2) {
                throw new CannotDo(base + " answers, but not as Habitus does.", notJson);
            }
            return Json.object();
        }
    }
}
