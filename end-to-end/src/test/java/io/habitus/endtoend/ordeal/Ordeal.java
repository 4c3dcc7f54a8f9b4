package io.habitus.endtoend.ordeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.endtoend.running.Feed;
import io.habitus.endtoend.running.Project;
import io.habitus.endtoend.running.Pseudonyms;
import io.habitus.endtoend.running.RunningHabitus;
import io.habitus.endtoend.running.Truth;
import io.habitus.simulator.Disorder;
import io.habitus.simulator.Plan;
import io.habitus.simulator.SimulatedPost;
import io.habitus.simulator.SimulatedWatches;
import io.habitus.simulator.SimulatedWatches.SimulatedWatch;
import io.habitus.simulator.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One import with edits, deletes, duplicates and deletes before creates, during which things go wrong; and a comparison
 * of search and views with the simulator's own account afterwards. The same seed and trials are the same ordeal.
 */
public final class Ordeal {

    private static final Disorder DISORDER = new Disorder(.05, .05, .10, .01, .02, .03, 0);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(1_500);
    /** On two processors, beside other starts and the work that waits for them, one part alone has taken 77 seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RunningHabitus habitus;
    private final Project project;
    private final Simulation simulation;
    private final Random random;
    private final int burst;
    private final String erasedAuthor;
    private final Map<String, String> watches = new HashMap<>();
    private final SimulatedWatch lateWatch = SimulatedWatches.all().getFirst();
    private boolean erased;

    /**
     * @param project which has heard nothing yet
     * @param posts distinct ones; there are about a quarter more lines
     * @param burst how many lines come at once before each trial
     */
    public Ordeal(RunningHabitus habitus, Project project, long seed, int posts, int burst) {
        this.habitus = habitus;
        this.project = project;
        this.burst = burst;
        random = new Random(seed);
        simulation = new Simulation(new Plan(
                seed,
                posts,
                Instant.parse("2026-09-01T00:00:00Z"),
                Instant.parse("2026-10-01T00:00:00Z"),
                .5,
                DISORDER));
        erasedAuthor = busiestAuthor();
    }

    /** Imports everything while these things go wrong, one after the other, and waits until nothing lags. */
    public void undergo(List<Trial> trials) {
        SimulatedWatches.all().stream().skip(1).forEach(this::add);
        if (!trials.contains(new Trial.AddWatch())) {
            add(lateWatch);
        }
        try (Feed feed = new Feed(habitus, project, simulation.lines().iterator())) {
            for (Trial trial : trials) {
                undergo(trial, feed);
            }
            feed.send(Integer.MAX_VALUE);
            JsonNode summary = feed.finish();
            assertThat(summary.path("published").asLong()
                            + summary.path("seen").asLong()
                            + summary.path("unreadable").asLong())
                    .isEqualTo(summary.path("received").asLong());
            assertThat(reasons(summary)).isSubsetOf(erased ? Set.of("the author was erased") : Set.of());
        }
        habitus.awaitReady();
        project.awaitQuiet();
    }

    private void undergo(Trial trial, Feed feed) {
        switch (trial) {
            case Trial.Kill(var part) -> {
                habitus.awaitReady(part, PATIENCE);
                feed.send(burst);
                aMomentLater();
                habitus.kill(part);
            }
            case Trial.KillWhileElasticsearchStands() -> {
                awaitAllReady();
                habitus.pause("elasticsearch");
                feed.send(burst);
                awaitViewsMoveOn();
                habitus.kill("analysis-service");
                // Not woken: it would find the request of the dead in its socket, and nothing would be missing.
                habitus.kill("elasticsearch");
            }
            case Trial.ElasticsearchRefuses() -> {
                awaitAllReady();
                feed.send(burst);
                project.awaitQuiet();
                var refusing = new Refusing(habitus.elasticsearch());
                refusing.begin();
                feed.send(burst);
                awaitViewsMoveOn();
                refusing.end();
            }
            case Trial.EraseAuthor() -> {
                feed.send(burst);
                await("an author is erased")
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(500))
                        .until(() ->
                                project.typed("erase", "--source", Simulation.SOURCE, "--author", erasedAuthor, "--yes")
                                                .status()
                                        == 0);
                erased = true;
            }
            case Trial.AddWatch() -> {
                feed.send(burst);
                await("a watch comes").atMost(PATIENCE).ignoreExceptions().until(() -> {
                    add(lateWatch);
                    return true;
                });
            }
        }
    }

    private static Set<String> reasons(JsonNode summary) {
        if (summary.path("unreadable").asLong() == 0) {
            return Set.of();
        }
        try (Stream<String> refused =
                Files.lines(Path.of(summary.path("refusedFile").asString()))) {
            return refused.map(line ->
                            JsonMapper.shared().readTree(line).path("reason").asString())
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void awaitAllReady() {
        await("all is ready")
                .atMost(PATIENCE)
                .until(() -> habitus.state().path("ready").asBoolean());
    }

    /** Views do not wait for the index: when they move, its mentions are in the log, and the index has read them too. */
    private void awaitViewsMoveOn() {
        long before = heard();
        await("views move on").atMost(PATIENCE).until(() -> heard() > before);
        await("the index has read what it cannot write")
                .pollDelay(Duration.ofSeconds(3))
                .until(() -> true);
    }

    private long heard() {
        return project.volume(watches.get("Südwind"), "month").values().stream()
                .mapToLong(volume -> volume.posts() + volume.reposts())
                .sum();
    }

    private void aMomentLater() {
        Duration moment = Duration.ofMillis(random.nextLong(LONGEST_WAIT.toMillis()));
        await("a moment in the middle").pollDelay(moment).until(() -> true);
    }

    private void add(SimulatedWatch watch) {
        watches.put(watch.name(), project.watch(watch.name(), watch.query()));
    }

    private String busiestAuthor() {
        return simulation
                .posts()
                .filter(post -> post.author() != null && !post.heardBy().isEmpty())
                .collect(Collectors.groupingBy(SimulatedPost::author, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** Search, views and the simulator's account agree exactly, or this fails. */
    public void compare() {
        var truth = new Truth(simulation, erased ? Set.of(erasedAuthor) : Set.of());
        var pseudonyms = Pseudonyms.of(habitus, project);
        Map<String, JsonNode> found = project.mentions("");
        Map<String, SimulatedPost> planted = truth.mentions(SimulatedWatches.all(), pseudonyms);
        assertThat(found.keySet()).as("the mentions").isEqualTo(planted.keySet());
        assertThat(texts(found, mention -> mention.path("text").asString()))
                .as("what they say")
                .isEqualTo(texts(planted, post -> post.text().replaceAll("@\\w+", "@…")));
        for (SimulatedWatch watch : SimulatedWatches.all()) {
            String id = watches.get(watch.name());
            Set<String> heard = found.values().stream()
                    .filter(mention -> mention.path("watchIds").valueStream().anyMatch(one -> one.asString()
                            .equals(id)))
                    .map(mention -> mention.path("id").asString())
                    .collect(Collectors.toSet());
            assertThat(heard)
                    .as(watch.query())
                    .isEqualTo(truth.mentions(List.of(watch), pseudonyms).keySet());
            assertThat(project.volume(id, "day")).as("days of " + watch.query()).isEqualTo(truth.volumeByDay(watch));
        }
    }

    private static <T> Map<String, String> texts(Map<String, T> mentions, Function<T, String> text) {
        var texts = new HashMap<String, String>();
        mentions.forEach((id, mention) -> texts.put(id, text.apply(mention)));
        return texts;
    }
}
