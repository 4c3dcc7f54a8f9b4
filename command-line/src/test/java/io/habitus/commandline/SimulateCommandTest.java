package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

    @TempDir
    private Path folder;

    @Test
    void the_same_options_write_the_same_files() throws IOException {
        Path first = folder.resolve("first.ndjson");
        Path second = folder.resolve("second.ndjson");
        Path truth = folder.resolve("truth.ndjson");
        assertThat(simulate(first).status()).isZero();
        assertThat(simulate(second, "--truth", truth.toString()).out())
                .endsWith(" lines about 300 posts in " + second
                        + "; with --until 2026-11-01T00:00:00Z the same come again.\n");
        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(Files.readAllLines(first)).hasSizeGreaterThan(300);
        assertThat(Files.readAllLines(truth)).hasSize(300);
        assertThat(Files.readAllLines(folder.resolve("truth.ndjson.planted.ndjson")))
                .first()
                .asString()
                .contains("\"simulated\":true");
    }

    @Test
    void who_gave_no_end_is_told_which_one_gives_the_same_lines_again() throws IOException {
        Path first = folder.resolve("first.ndjson");
        Path second = folder.resolve("second.ndjson");
        Typed typed = Typed.habitus("simulate", "--posts", "50", "--out", first.toString(), "--json");
        String until = typed.json().path("until").asString();
        Typed.habitus("simulate", "--posts", "50", "--out", second.toString(), "--until", until);
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void a_larger_simulation_of_the_same_seed_edits_no_post_of_a_smaller_one() throws IOException {
        Path smaller = folder.resolve("smaller.ndjson");
        Path larger = folder.resolve("larger.ndjson");
        simulate(smaller);
        simulate(larger, "--posts", "400");
        assertThat(ids(smaller)).isNotEmpty().doesNotContainAnyElementsOf(ids(larger));
    }

    @Test
    void with_the_truth_comes_how_well_words_alone_do() {
        Path truth = folder.resolve("truth.ndjson");
        assertThat(simulate(folder.resolve("x"), "--truth", truth.toString()).err())
                .startsWith("Words alone (nearest centroid) name the persona of ");
        assertThat(simulate(folder.resolve("x"), "--truth", truth.toString(), "--json")
                        .json()
                        .at("/personaBaseline/macroF1")
                        .isNumber())
                .isTrue();
    }

    @Test
    void live_every_post_is_sent_when_it_is_due_and_says_so() {
        try (var door = new FakeDoor()) {
            Instant before = Instant.now();
            Typed typed = Typed.habitus(door, folder, "simulate", "--rate", "100", "--for", "1s", "--json");
            assertThat(typed.status()).isZero();
            assertThat(typed.json().path("simulated").asBoolean()).isTrue();
            assertThat(typed.json().path("published").asInt()).isEqualTo(100);
            assertThat(door.lines()).hasSize(100).allMatch(line -> line.contains("\"source\":\"simulated\""));
            List<Instant> times =
                    door.lines().stream().map(SimulateCommandTest::time).toList();
            assertThat(times).isSorted().allMatch(time -> time.isAfter(before));
            assertThat(Duration.between(times.getFirst(), times.getLast()))
                    .isBetween(Duration.ofMillis(970), Duration.ofSeconds(1));
            assertThat(Instant.now()).isAfter(times.getLast());
        }
    }

    @Test
    void live_twice_gives_the_same_texts_under_other_ids() {
        try (var first = new FakeDoor();
                var second = new FakeDoor()) {
            String[] command = {"simulate", "--rate", "50", "--for", "1s", "--seed", "9"};
            Typed.habitus(first, folder, command);
            Typed.habitus(second, folder, command);
            assertThat(field(first, "text")).isEqualTo(field(second, "text"));
            assertThat(field(first, "id")).doesNotContainAnyElementsOf(field(second, "id"));
        }
    }

    @Test
    void what_makes_no_sense_live_is_a_clear_sentence() {
        assertThat(simulate(folder.resolve("x"), "--rate", "5").err()).contains("leave --out away");
        assertThat(simulate(folder.resolve("x"), "--for", "5s").err()).contains("--for needs --rate");
        assertThat(Typed.habitus("simulate", "--rate", "0").err()).contains("--rate must be above 0");
        assertThat(Typed.habitus("simulate", "--rate", "5", "--truth", "t").err())
                .contains("say how long with --for");
    }

    @Test
    void the_watches_the_posts_are_about_are_added_once() {
        try (var door = new FakeDoor().answering("POST /api/v1/projects/default/watches", 409, null)) {
            Typed typed = Typed.habitus(
                    door,
                    folder,
                    "simulate",
                    "--posts",
                    "10",
                    "--add-watches",
                    "--out",
                    folder.resolve("p").toString());
            assertThat(typed.status()).isZero();
            assertThat(door.requests()).hasSize(12);
        }
    }

    @Test
    void a_share_over_one_is_a_clear_sentence() {
        Typed typed = simulate(folder.resolve("x"), "--late", "2");
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).isEqualTo("habitus: This cannot be simulated: a share is between 0 and 1, not 2.0.\n");
    }

    private static List<String> ids(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8))
                        .path("id")
                        .asString())
                .toList();
    }

    private static List<String> field(FakeDoor door, String name) {
        return door.lines().stream()
                .map(line -> Json.read(line.getBytes(StandardCharsets.UTF_8))
                        .path(name)
                        .asString())
                .toList();
    }

    private static Instant time(String line) {
        return Instant.parse(Json.read(line.getBytes(StandardCharsets.UTF_8))
                .path("created_at")
                .asString());
    }

    private static Typed simulate(Path out, String... more) {
        List<String> options = List.of(more);
        var args = new ArrayList<>(List.of("simulate"));
        if (!options.contains("--posts")) {
            args.addAll(List.of("--posts", "300"));
        }
        args.addAll(List.of(
                "--seed",
                "5",
                "--until",
                "2026-11-01T00:00:00Z",
                "--edits",
                ".1",
                "--deletes",
                ".1",
                "--duplicates",
                ".1",
                "--out",
                out.toString()));
        args.addAll(options);
        return Typed.habitus(args.toArray(String[]::new));
    }
}
