package io.habitus.endtoend.running;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One project of a running Habitus: a silo, so that tests can share a Habitus without hearing each other. */
public final class Project {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(3);
    private static final int QUIET_LOOKS = 3;
    private static final int PAGE = 200;

    private final RunningHabitus habitus;
    private final Api api;
    private final String id;

    private Project(RunningHabitus habitus, String id) {
        this.habitus = habitus;
        this.api = habitus.api();
        this.id = id;
    }

    /** Makes a project. */
    public static Project made(RunningHabitus habitus, String id) {
        var project = new Project(habitus, id);
        project.typed("project", "add", id, "Test " + id).done();
        return project;
    }

    /** The project every Habitus has from the start. */
    public static Project standard(RunningHabitus habitus) {
        return new Project(habitus, "default");
    }

    public String id() {
        return id;
    }

    /** A typed command for this project. */
    public Typed typed(String... words) {
        var args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--data", habitus.data().toString(), "--project", id));
        return Typed.habitus(args.toArray(String[]::new));
    }

    /** The path of something in the project. */
    public String path(String rest) {
        return "/api/v1/projects/" + id + rest;
    }

    public Api api() {
        return api;
    }

    /** Adds a watch and returns its id. */
    public String watch(String name, String query) {
        return typed("watch", "add", name, query, "--json")
                .done()
                .json()
                .path("id")
                .asString();
    }

    /** Imports a file and returns the summary, whether lines were refused or not. */
    public JsonNode imported(Path file, String... options) {
        var words = new ArrayList<>(List.of("import", file.toString(), "--json"));
        words.addAll(List.of(options));
        Typed typed = typed(words.toArray(String[]::new));
        if (typed.status() != 0 && typed.status() != 3) {
            throw new AssertionError("status " + typed.status() + "\n" + typed.out() + typed.err());
        }
        return typed.json();
    }

    /** Waits until everything that was sent is searchable and counted. */
    public void awaitQuiet() {
        var looks = new int[1];
        await("nothing lags")
                .atMost(QUIET_WITHIN)
                .pollDelay(Duration.ofMillis(1_100))
                .pollInterval(Duration.ofMillis(1_100))
                .until(() -> {
                    looks[0] = isQuiet() ? looks[0] + 1 : 0;
                    return looks[0] >= QUIET_LOOKS;
                });
    }

    /** Whether all services are up and none is behind just now. */
    public boolean isQuiet() {
        Api.Answer answer = api.get("/api/v1/status");
        if (answer.status() != 200) {
            return false;
        }
        JsonNode status = answer.json();
        boolean up = status.path("status").asString("").equals("up");
        boolean lag = status.path("lag").valueStream().anyMatch(behind -> behind.asLong() != 0);
        boolean rematching = status.path("services")
                .valueStream()
                .map(service -> service.path("details").path("rematching"))
                .anyMatch(state -> state.path("active").asBoolean(false)
                        || state.path("pending").asLong(0) > 0);
        return up && status.path("lag").size() >= 3 && !lag && !rematching;
    }

    /**
     * Every mention, by id, page by page.
     *
     * @param filters for example {@code watchId=bahn&source=twitter}, or empty
     */
    public Map<String, JsonNode> mentions(String filters) {
        var all = new HashMap<String, JsonNode>();
        String cursor = "";
        long total = -1;
        do {
            Api.Answer answer =
                    api.get(path("/mentions?limit=" + PAGE + (filters.isEmpty() ? "" : "&" + filters) + cursor));
            if (answer.status() != 200) {
                throw new AssertionError("status " + answer.status() + ": " + answer.text());
            }
            JsonNode page = answer.json();
            for (JsonNode mention : page.path("mentions")) {
                if (all.put(mention.path("id").asString(), mention) != null) {
                    throw new AssertionError("listed twice: " + mention.path("id"));
                }
            }
            total = page.path("total").asLong();
            JsonNode next = page.path("nextCursor");
            cursor = next.isNull() || next.isMissingNode() ? null : "&cursor=" + Api.encoded(next.asString());
        } while (cursor != null);
        if (total != all.size()) {
            throw new AssertionError("the total says " + total + ", listed are " + all.size());
        }
        return all;
    }

    /** How many mentions the search counts. */
    public long count(String filters) {
        return api.get(path("/mentions/count?" + filters)).json().path("total").asLong(-1);
    }

    /** The view of a watch. */
    public JsonNode view(String watch, String query) {
        Api.Answer answer = api.get(path("/watches/" + watch + "/view?" + query));
        if (answer.status() != 200) {
            throw new AssertionError("status " + answer.status() + ": " + answer.text());
        }
        return answer.json();
    }

    /** The volume of a watch by bucket, UTC, over all time. */
    public Map<Instant, Volume> volume(String watch, String interval) {
        var buckets = new TreeMap<Instant, Volume>();
        for (JsonNode bucket : view(watch, "interval=" + interval + "&tz=UTC").path("series")) {
            Volume volume = Volume.of(bucket.path("volume"));
            if (!volume.isNothing()) {
                buckets.put(Instant.parse(bucket.path("start").asString()), volume);
            }
        }
        return buckets;
    }

    /** A JSON object to fill. */
    public static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
