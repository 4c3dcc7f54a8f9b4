package io.habitus.endtoend.load;

import io.habitus.endtoend.running.Api;
import io.habitus.endtoend.running.Project;
import io.habitus.endtoend.running.RunningHabitus;
import io.habitus.simulator.Plan;
import io.habitus.simulator.SimulatedWatches;
import io.habitus.simulator.SimulatedWatches.SimulatedWatch;
import io.habitus.simulator.Simulation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Imports a million simulated posts, with five watches that each hear some of them, and says how many a second are searchable and counted, from the first line sent to
 * the moment at which nothing lags, and how much memory all processes took meanwhile.
 *
 * <p>Arguments: number of posts (default 1,000,000), then options for {@code up}. Prints text and writes
 * {@code target/million-posts.json}.
 */
public final class MillionPosts {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final double MIB = 1 << 20;

    /** What was seen at one moment; memory in bytes by process. */
    private record Look(Duration after, long indexed, Map<String, Long> lag, Map<String, Long> pss) {
        long sum() {
            return pss.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final int posts;
    private final List<Look> looks = new ArrayList<>();

    private MillionPosts(int posts) {
        this.posts = posts;
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        int posts = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        String[] options =
                args.length > 1 ? List.of(args).subList(1, args.length).toArray(String[]::new) : new String[0];
        new MillionPosts(posts).run(options);
    }

    private void run(String... options) throws IOException {
        Path file = Path.of("target", "million-posts.ndjson");
        var simulation = new Simulation(Plan.of(1, posts));
        Files.createDirectories(file.getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            simulation.writeLines(out);
        }
        Set<String> watches =
                SimulatedWatches.brands().stream().map(SimulatedWatch::name).collect(Collectors.toSet());
        long heard = simulation
                .posts()
                .filter(post -> post.heardBy().stream().anyMatch(watches::contains))
                .count();
        try (RunningHabitus habitus =
                RunningHabitus.on(RunningHabitus.freshFolder("million"), List.of(), List.of(), options)) {
            Project project = Project.standard(habitus);
            SimulatedWatches.brands().forEach(watch -> project.watch(watch.name(), watch.query()));
            Instant start = Instant.now();
            look(habitus, project, start);
            CompletableFuture<JsonNode> importing = CompletableFuture.supplyAsync(() -> project.imported(file));
            Instant imported = null;
            Instant done = null;
            while (done == null) {
                rest();
                look(habitus, project, start);
                if (imported == null && importing.isDone()) {
                    imported = Instant.now();
                }
                if (imported != null && project.isQuiet() && project.count("") == heard) {
                    done = Instant.now();
                }
            }
            report(importing.join(), heard, Duration.between(start, imported), Duration.between(start, done));
        }
    }

    private void look(RunningHabitus habitus, Project project, Instant start) {
        Api.Answer status = project.api().get("/api/v1/status");
        var lag = new TreeMap<String, Long>();
        status.json()
                .path("lag")
                .propertyStream()
                .forEach(one -> lag.put(one.getKey(), one.getValue().asLong()));
        var pss = new TreeMap<String, Long>();
        habitus.processes().forEach((name, pid) -> pss.put(name, pss(pid)));
        pss.put("supervisor", pss(habitus.pid()));
        var look = new Look(Duration.between(start, Instant.now()), project.count(""), lag, pss);
        looks.add(look);
        System.out.printf(
                Locale.ENGLISH,
                "%5d s  %,9d mentions  lag %s  PSS %,.0f MiB %s%n",
                look.after.toSeconds(),
                look.indexed,
                lag,
                look.sum() / MIB,
                mebibytes(pss));
    }

    private void report(JsonNode summary, long heard, Duration imported, Duration done) throws IOException {
        long peak = looks.stream().mapToLong(Look::sum).max().orElse(0);
        double rate = posts * 1e3 / done.toMillis();
        System.out.printf(
                Locale.ENGLISH,
                """

                %,d posts, of which %,d are mentions, on %d processors
                imported     after %,d s   %,.0f posts/s
                searchable and counted after %,d s   %,.0f posts/s sustained, end to end
                memory       %,.0f MiB PSS of all processes at most
                """,
                posts,
                heard,
                Runtime.getRuntime().availableProcessors(),
                imported.toSeconds(),
                posts * 1e3 / imported.toMillis(),
                done.toSeconds(),
                rate,
                peak / MIB);
        ObjectNode json = Project.object()
                .put("posts", posts)
                .put("mentions", heard)
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("secondsImported", imported.toMillis() / 1e3)
                .put("secondsDone", done.toMillis() / 1e3)
                .put("postsPerSecond", rate)
                .put("peakPss", peak);
        json.set("import", summary);
        json.set(
                "looks",
                JsonMapper.shared()
                        .valueToTree(looks.stream()
                                .map(look -> Map.of(
                                        "seconds",
                                        look.after.toSeconds(),
                                        "mentions",
                                        look.indexed,
                                        "lag",
                                        look.lag,
                                        "pss",
                                        look.pss))
                                .toList()));
        Files.writeString(Path.of("target", "million-posts.json"), json.toPrettyString());
    }

    /** Proportional set size in bytes: shared pages counted in shares, so that a sum over processes is right. */
    private static long pss(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static Map<String, Long> mebibytes(Map<String, Long> bytes) {
        var mebibytes = new TreeMap<String, Long>();
        bytes.forEach((name, size) -> mebibytes.put(name, Math.round(size / MIB)));
        return mebibytes;
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
