package io.habitus.endtoend.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.endtoend.running.Project;
import io.habitus.endtoend.running.RunningHabitus;
import io.habitus.endtoend.running.SharedHabitus;
import io.habitus.endtoend.running.Volume;
import io.habitus.simulator.Disorder;
import io.habitus.simulator.Plan;
import io.habitus.simulator.SimulatedWatches;
import io.habitus.simulator.Simulation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What arrives again changes nothing: the same file, the same line, the same post by another way. */
@ExtendWith(SharedHabitus.class)
class NothingTwice {

    @TempDir
    private Path folder;

    @Test
    void importing_a_file_twice_changes_nothing(RunningHabitus habitus) throws IOException {
        Project project = Project.made(habitus, "nothing-twice");
        var watches = new HashMap<String, String>();
        SimulatedWatches.brands()
                .forEach(watch -> watches.put(watch.name(), project.watch(watch.name(), watch.query())));
        Path file = written(new Simulation(new Plan(
                12,
                2_000,
                Instant.parse("2026-05-01T00:00:00Z"),
                Instant.parse("2026-06-01T00:00:00Z"),
                .5,
                Disorder.USUAL)));

        JsonNode first = project.imported(file);
        project.awaitQuiet();
        Map<String, Map<Instant, Volume>> volumes = volumes(project, watches);
        Map<String, JsonNode> mentions = project.mentions("");
        assertThat(mentions).isNotEmpty();

        JsonNode second = project.imported(file);
        project.awaitQuiet();
        assertThat(volumes(project, watches)).isEqualTo(volumes);
        assertThat(project.mentions("")).isEqualTo(mentions);
        for (JsonNode summary : new JsonNode[] {first, second}) {
            assertThat(summary.path("published").asLong()
                            + summary.path("seen").asLong()
                            + summary.path("unreadable").asLong())
                    .isEqualTo(summary.path("received").asLong());
            assertThat(summary.path("unreadable").asLong()).isZero();
        }
    }

    @Test
    void a_post_sent_singly_and_imported_is_one(RunningHabitus habitus) throws IOException {
        Project project = Project.made(habitus, "one-post-two-ways");
        project.watch("Tram", "tram");
        String line =
                "{\"id\":\"1\",\"source\":\"forum\",\"created_at\":\"2026-05-01T10:00:00Z\",\"text\":\"The tram is late\"}";
        assertThat(project.api().post(project.path("/documents"), line).status())
                .isEqualTo(202);
        assertThat(project.api().post(project.path("/documents"), line).status())
                .isEqualTo(202);
        project.imported(Files.writeString(folder.resolve("one.ndjson"), line + "\n" + line + "\n"));
        project.awaitQuiet();
        assertThat(project.mentions("")).hasSize(1);
        assertThat(project.volume("tram", "day").values()).containsExactly(new Volume(1, 0, 0, 1));
    }

    private static Map<String, Map<Instant, Volume>> volumes(Project project, Map<String, String> watches) {
        var volumes = new HashMap<String, Map<Instant, Volume>>();
        watches.forEach((name, id) -> volumes.put(name, project.volume(id, "day")));
        return volumes;
    }

    private Path written(Simulation simulation) throws IOException {
        Path file = folder.resolve("posts.ndjson");
        try (OutputStream out = Files.newOutputStream(file)) {
            simulation.writeLines(out);
        }
        return file;
    }
}
