package io.habitus.endtoend.guarantees;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.habitus.endtoend.running.Meters;
import io.habitus.endtoend.running.Project;
import io.habitus.endtoend.running.RunningHabitus;
import io.habitus.endtoend.running.SharedHabitus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What Prometheus is told: every line, post and mention once, by meters that are described and rightly named. */
@ExtendWith(SharedHabitus.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetersAddUp {

    /** Of Spring Boot, Micrometer, Tomcat, the JVM and Kafka's clients: their names are not ours to choose. */
    private static final List<String> FOREIGN = List.of(
            "application_",
            "disk_",
            "executor_",
            "http_",
            "jvm_",
            "kafka_",
            "logback_",
            "process_",
            "spring_",
            "system_",
            "tomcat_");

    private static final int NOTHING_TO_SAY = 0;
    private static final int SOMETHING_TO_SAY = 3;

    private static final Pattern ROW =
            Pattern.compile("^\\| ([a-z]+-[a-z]+) \\| `(\\w+)` \\| [^|]+ \\| ([^|]*)\\|", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("`(\\w+)`(?:: ([^;|]+))?");

    /** One meter in the table of docs/operations.md; a label whose values depend on what is heard has none there. */
    private record Row(String service, String name, Map<String, Set<String>> labels) {}

    @TempDir
    private static Path folder;

    private Project project;
    private JsonNode summary;
    private Map<String, Meters> before;
    private Map<String, Meters> imported;
    private Map<String, Meters> lookedBack;

    @BeforeAll
    void lines_of_every_kind_come_and_then_a_further_watch(RunningHabitus habitus) throws IOException {
        project = Project.made(habitus, "meters-add-up");
        project.watch("Tram", "tram");
        project.awaitQuiet();
        before = Meters.of(habitus);

        summary = project.imported(Files.writeString(folder.resolve("lines.ndjson"), """
                {"id":"1","source":"meters","created_at":"2026-05-01T10:00:00Z","text":"The tram is late","revision":2}
                {"id":"1","source":"meters","created_at":"2026-05-01T10:00:00Z","text":"The tram is late","revision":2}
                {"id":"1","source":"meters","created_at":"2026-05-01T10:00:00Z","text":"The tram is very late","revision":3}
                {"id":"1","source":"meters","created_at":"2026-05-01T10:00:00Z","text":"A tram","revision":1}
                {"id":"2","source":"meters"}
                {"id":"3","source":"meters","created_at":"2026-05-01T11:00:00Z","text":"One more late tram"}
                {"id":"3","source":"meters","operation":"delete"}
                {"id":"4","source":"meters","created_at":"2026-05-01T12:00:00Z","text":"The bus is late"}
                """));
        project.awaitQuiet();
        imported = Meters.of(habitus);

        project.watch("Late", "late");
        project.awaitQuiet();
        lookedBack = Meters.of(habitus);
    }

    @Test
    void every_line_received_is_published_seen_or_unreadable() {
        assertThat(received("outcome=published")).isEqualTo(6);
        assertThat(received("outcome=seen")).isEqualTo(1);
        assertThat(received("outcome=unreadable")).isEqualTo(1);
        assertThat(received()).isEqualTo(8).isEqualTo(summary.path("received").asLong());
    }

    @Test
    void every_line_published_is_read_and_has_one_outcome() {
        assertThat(came("analysis-service", "posts_read_total")).isEqualTo(received("outcome=published"));
        assertThat(came("analysis-service", "posts_read_total", "outcome=fresh"))
                .isEqualTo(3);
        for (String once : List.of("edited", "stale", "retracted")) {
            assertThat(came("analysis-service", "posts_read_total", "outcome=" + once))
                    .as(once)
                    .isEqualTo(1);
        }
    }

    @Test
    void every_mention_event_is_read_for_the_index_and_for_the_views() {
        assertThat(came("analysis-service", "mentions_decided_total", "event=found"))
                .isEqualTo(3);
        assertThat(came("analysis-service", "mentions_decided_total", "event=withdrawn"))
                .isEqualTo(1);
        assertThat(came("analysis-service", "mentions_indexed_total")).isEqualTo(4);
        assertThat(came("persona-service", "persona_mentions_total")).isEqualTo(4);
        assertThat(came("persona-service", "persona_mentions_total", "outcome=counted"))
                .isEqualTo(4);
    }

    @Test
    void everything_asked_for_is_looked_at_again() {
        long asked = difference(imported, lookedBack, "analysis-service", "rematching_asked_total");
        assertThat(asked).isPositive();
        assertThat(difference(imported, lookedBack, "analysis-service", "rematches_read_total")
                        - difference(
                                imported,
                                lookedBack,
                                "analysis-service",
                                "rematches_read_total",
                                "outcome=watches-awaited"))
                .isEqualTo(asked);
    }

    @Test
    void the_table_of_operations_lists_every_meter_of_ours_and_no_other() throws IOException {
        var told = new TreeSet<String>();
        lookedBack.forEach((service, meters) -> meters.types().keySet().stream()
                .filter(MetersAddUp::isOurs)
                .forEach(name -> told.add(service + " " + name)));
        assertThat(told).isNotEmpty();
        assertThat(table())
                .extracting(row -> row.service() + " " + row.name())
                .containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void the_table_of_operations_lists_every_label_and_outcome() throws IOException {
        for (Row row : table()) {
            Map<String, Set<String>> labels = lookedBack.get(row.service()).labels(row.name());
            assertThat(labels.keySet()).as(row.name()).isEqualTo(row.labels().keySet());
            row.labels().forEach((label, values) -> assertThat(values.isEmpty() ? Set.of() : labels.get(label))
                    .as(row.name() + " by " + label)
                    .isEqualTo(values));
        }
    }

    @Test
    void promtool_has_nothing_to_say_about_a_meter_of_ours() throws IOException, InterruptedException {
        for (var service : lookedBack.entrySet()) {
            Path said = folder.resolve(service.getKey() + ".promtool");
            int status = promtool(service.getValue(), said);
            assertThat(status)
                    .as(service.getKey() + ": " + Files.readString(said))
                    .isIn(NOTHING_TO_SAY, SOMETHING_TO_SAY);
            assertThat(Files.readAllLines(said)).as(service.getKey()).noneMatch(MetersAddUp::isOurs);
        }
    }

    private int promtool(Meters meters, Path said) throws InterruptedException, IOException {
        Path text = Files.writeString(folder.resolve("meters.txt"), meters.text());
        var command = new ProcessBuilder("promtool", "check", "metrics")
                .redirectInput(text.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        try {
            return command.start().waitFor();
        } catch (IOException missing) {
            return abort("promtool is not installed (it comes with Prometheus): " + missing.getMessage());
        }
    }

    private static boolean isOurs(String name) {
        return FOREIGN.stream().noneMatch(name::startsWith);
    }

    private long received(String... labels) {
        String[] ofThisImport = Arrays.copyOf(labels, labels.length + 1);
        ofThisImport[labels.length] = "source=meters";
        return came("ingest-service", "posts_received_total", ofThisImport);
    }

    private long came(String service, String name, String... labels) {
        return difference(before, imported, service, name, labels);
    }

    private static long difference(
            Map<String, Meters> before, Map<String, Meters> after, String service, String name, String... labels) {
        return after.get(service).sum(name, labels) - before.get(service).sum(name, labels);
    }

    private static List<Row> table() throws IOException {
        return ROW.matcher(Files.readString(Path.of("../docs/operations.md")))
                .results()
                .map(row -> new Row(row.group(1), row.group(2), labels(row.group(3))))
                .toList();
    }

    private static Map<String, Set<String>> labels(String cell) {
        var labels = new TreeMap<String, Set<String>>();
        LABEL.matcher(cell).results().forEach(label -> labels.put(label.group(1), values(label)));
        return labels;
    }

    private static Set<String> values(MatchResult label) {
        return label.group(2) == null
                ? Set.of()
                : Arrays.stream(label.group(2).split(",")).map(String::strip).collect(toCollection(TreeSet::new));
    }
}
