package io.habitus.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public door of the measured Habitus, for its standard project. */
final class Door {

    private static final String PROJECT = "/api/v1/projects/default";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PROJECTIONS = 3;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI address;
    private final String key;

    Door(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    /** Adds a watch and returns its id. */
    String watch(String name, String query) {
        byte[] body = JsonMapper.shared().writeValueAsBytes(Map.of("name", name, "query", query));
        return asked(json(PROJECT + "/watches", body)).path("id").asString();
    }

    /** How many mentions the search finds. */
    long searchable() {
        return asked(request(PROJECT + "/mentions/count")).path("total").asLong();
    }

    /** How many posts and reposts a watch has counted between two days, UTC. */
    long counted(String watch, String from, String to) {
        JsonNode total = asked(
                        request(PROJECT + "/watches/" + watch + "/view?tz=UTC&interval=day&from=" + from + "&to=" + to))
                .path("total");
        return total.path("posts").asLong() + total.path("reposts").asLong();
    }

    /**
     * How far each projection is behind.
     *
     * @param quiet whether all is up, nothing lags and no watch is being taken over
     */
    record Status(SortedMap<String, Long> lag, boolean quiet) {
        long together() {
            return lag.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    Status status() {
        JsonNode answer = asked(request("/api/v1/status"));
        var lag = new TreeMap<String, Long>();
        answer.path("lag")
                .propertyStream()
                .forEach(one -> lag.put(one.getKey(), one.getValue().asLong()));
        boolean rematching = answer.path("services")
                .valueStream()
                .map(service -> service.path("details").path("rematching"))
                .anyMatch(state -> state.path("active").asBoolean(false)
                        || state.path("pending").asLong(0) > 0);
        boolean still = lag.size() >= PROJECTIONS && lag.values().stream().allMatch(behind -> behind == 0);
        return new Status(lag, answer.path("status").asString("").equals("up") && still && !rematching);
    }

    /** Pushes one post; the answer comes when it comes. */
    CompletableFuture<HttpResponse<byte[]>> push(byte[] post) {
        return client.sendAsync(json(PROJECT + "/documents", post).build(), BodyHandlers.ofByteArray());
    }

    /** The live views of the last hour of all watches, as server-sent events, for as long as they are read. */
    InputStream views() {
        try {
            HttpResponse<InputStream> response = client.send(
                    HttpRequest.newBuilder(address.resolve(PROJECT + "/views/stream?window=hour"))
                            .header("Authorization", "Bearer " + key)
                            .build(),
                    BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new Refused("The live views answer with status " + response.statusCode() + ".");
            }
            return response.body();
        } catch (IOException away) {
            throw new Refused("The live views are away.", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.", interrupted);
        }
    }

    private HttpRequest.Builder json(String path, byte[] body) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + key);
    }

    private JsonNode asked(HttpRequest.Builder request) {
        HttpRequest asked = request.build();
        try {
            HttpResponse<byte[]> response = client.send(asked, BodyHandlers.ofByteArray());
            if (response.statusCode() / 100 != 2) {
                throw new Refused(asked.uri().getPath() + " answers with status " + response.statusCode() + ".");
            }
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException away) {
            throw new Refused(asked.uri().getPath() + " does not answer (" + away + ").", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.", interrupted);
        }
    }
}
