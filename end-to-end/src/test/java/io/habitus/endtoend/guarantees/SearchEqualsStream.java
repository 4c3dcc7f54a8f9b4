package io.habitus.endtoend.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.endtoend.running.Api;
import io.habitus.endtoend.running.Project;
import io.habitus.endtoend.running.Pseudonyms;
import io.habitus.endtoend.running.RunningHabitus;
import io.habitus.endtoend.running.SharedHabitus;
import io.habitus.endtoend.running.Truth;
import io.habitus.simulator.Disorder;
import io.habitus.simulator.Plan;
import io.habitus.simulator.SimulatedPost;
import io.habitus.simulator.SimulatedWatches;
import io.habitus.simulator.SimulatedWatches.SimulatedWatch;
import io.habitus.simulator.Simulation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What the stream counts and what the search finds are the same posts, and they are the right ones: those the simulator
 * planted, by its own account. Half of the watches are there before the posts, half come after.
 */
@ExtendWith(SharedHabitus.class)
@TestInstance(Lifecycle.PER_CLASS)
class SearchEqualsStream {

    private static final Simulation SIMULATION = new Simulation(new Plan(
            11,
            6_000,
            Instant.parse("2026-03-01T00:00:00Z"),
            Instant.parse("2026-09-01T00:00:00Z"),
            .5,
            Disorder.USUAL));

    private final Map<String, String> ids = new HashMap<>();
    private final Truth truth = new Truth(SIMULATION, Set.of());
    private Project project;
    private Pseudonyms pseudonyms;

    @BeforeAll
    void listen(RunningHabitus habitus, @TempDir Path folder) throws IOException {
        project = Project.made(habitus, "search-equals-stream");
        pseudonyms = Pseudonyms.of(habitus, project);
        List<SimulatedWatch> watches = SimulatedWatches.all();
        add(watches.subList(0, 6));
        project.imported(written(folder));
        add(watches.subList(6, watches.size()));
        project.awaitQuiet();
    }

    @Test
    void every_watch_counts_by_month_what_the_simulator_planted() {
        for (SimulatedWatch watch : SimulatedWatches.all()) {
            assertThat(project.volume(ids.get(watch.name()), "month"))
                    .as(watch.query())
                    .isEqualTo(truth.volumeByMonth(watch));
        }
    }

    @Test
    void every_watch_counts_by_day_what_the_simulator_planted() {
        for (SimulatedWatch watch : SimulatedWatches.all()) {
            assertThat(project.volume(ids.get(watch.name()), "day"))
                    .as(watch.query())
                    .isEqualTo(truth.volumeByDay(watch));
        }
    }

    @Test
    void the_search_finds_for_every_watch_what_the_simulator_planted() {
        Map<String, JsonNode> found = project.mentions("");
        for (SimulatedWatch watch : SimulatedWatches.all()) {
            String id = ids.get(watch.name());
            Set<String> heard = found.values().stream()
                    .filter(mention -> mention.path("watchIds").valueStream().anyMatch(one -> one.asString()
                            .equals(id)))
                    .map(mention -> mention.path("id").asString())
                    .collect(Collectors.toSet());
            assertThat(heard)
                    .as(watch.query())
                    .isEqualTo(truth.mentions(List.of(watch), pseudonyms).keySet());
            assertThat(project.count("watchId=" + id)).as(watch.query()).isEqualTo(heard.size());
        }
    }

    @Test
    void a_search_with_the_query_of_a_watch_finds_what_the_watch_hears() {
        for (SimulatedWatch watch : SimulatedWatches.all()) {
            Map<String, JsonNode> found = project.mentions("q=" + Api.encoded(watch.query()));
            assertThat(found.keySet())
                    .as(watch.query())
                    .isEqualTo(truth.mentions(List.of(watch), pseudonyms).keySet());
        }
    }

    @Test
    void every_mention_reads_as_the_post_now_reads() {
        Map<String, SimulatedPost> planted = truth.mentions(SimulatedWatches.all(), pseudonyms);
        Map<String, JsonNode> found = project.mentions("");
        assertThat(found.keySet()).isEqualTo(planted.keySet());
        found.forEach((id, mention) -> {
            SimulatedPost post = planted.get(id);
            assertThat(mention.path("text").asString()).isEqualTo(withoutHandles(post.text()));
            assertThat(Instant.parse(mention.path("date").asString())).isEqualTo(post.createdAt());
            assertThat(mention.path("type").asString()).isEqualTo(post.type());
            assertThat(mention.path("lang").asString()).isEqualTo(post.lang());
        });
    }

    private void add(List<SimulatedWatch> watches) {
        watches.forEach(watch -> ids.put(watch.name(), project.watch(watch.name(), watch.query())));
    }

    private static Path written(Path folder) throws IOException {
        Path file = folder.resolve("posts.ndjson");
        try (OutputStream out = Files.newOutputStream(file)) {
            SIMULATION.writeLines(out);
        }
        return file;
    }

    /** Nobody's handle is shown unless it is one of the project's own accounts. */
    private static String withoutHandles(String text) {
        return text.replaceAll("@\\w+", "@…");
    }
}
