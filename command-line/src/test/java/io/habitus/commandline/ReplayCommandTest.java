package io.habitus.commandline;

import static io.habitus.commandline.FakeDoor.Failure.ANSWER_LOST;
import static io.habitus.commandline.FakeDoor.Failure.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ReplayCommandTest {

    private static final String[] CONVERSATION = {
        "{\"id\":\"1\",\"created_at\":\"2024-03-01T10:00:00Z\",\"text\":\"does anyone know?\"}",
        "{\"id\":\"2\",\"created_at\":\"2024-03-01T10:02:00Z\",\"text\":\"yes\",\"parent\":\"1\",\"thread\":\"1\"}",
        "{\"id\":\"2\",\"operation\":\"measure\",\"likes\":3}",
        "{\"id\":\"3\",\"created_at\":\"2024-03-01T10:04:00+00:00\",\"text\":\"thanks\",\"parent\":\"2\"}",
        "{\"id\":\"1\",\"operation\":\"delete\"}"
    };

    private final FakeDoor door = new FakeDoor();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("posts.ndjson");
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void a_squeezed_file_fills_the_span_that_ends_now() throws IOException {
        Files.write(file, List.of(CONVERSATION));
        Instant before = Instant.now().minusMillis(1);
        Typed typed = replayed("--squeeze", "2h");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).startsWith("5 lines: 5 published, 0 seen before, 0 refused.");
        List<Instant> times = times();
        assertThat(times.get(2)).isBetween(before, Instant.now());
        assertThat(Duration.between(times.get(0), times.get(1))).isEqualTo(Duration.ofHours(1));
        assertThat(Duration.between(times.get(1), times.get(2))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void live_the_posts_keep_their_rhythm_at_the_speed_that_was_asked_for() throws IOException {
        Files.write(file, List.of(CONVERSATION));
        Instant before = Instant.now().minusMillis(1);
        Typed typed = replayed("--speed", "1000", "--json");
        assertThat(typed.status()).isZero();
        assertThat(typed.json().path("complete").asBoolean()).isTrue();
        assertThat(typed.json().path("late").isNumber()).isTrue();
        List<Instant> times = times();
        assertThat(times.getFirst()).isBetween(before, Instant.now());
        assertThat(Duration.between(times.get(0), times.get(1))).isEqualTo(Duration.ofMillis(120));
        assertThat(Duration.between(times.get(1), times.get(2))).isEqualTo(Duration.ofMillis(120));
        assertThat(Instant.now()).as("nothing is sent before it is due").isAfterOrEqualTo(times.get(2));
    }

    @Test
    void everything_but_the_time_stays_as_it_is() throws IOException {
        Files.write(file, List.of(CONVERSATION));
        replayed("--squeeze", "1h");
        assertThat(door.lines()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(withoutTime(door.lines().get(i))).isEqualTo(withoutTime(CONVERSATION[i]));
        }
    }

    @Test
    void again_means_new_ids_that_still_refer_to_each_other() throws IOException {
        Files.write(file, List.of(CONVERSATION));
        replayed("--squeeze", "1h", "--again");
        List<JsonNode> lines =
                door.lines().stream().map(ReplayCommandTest::parsed).toList();
        String first = lines.getFirst().path("id").asString();
        assertThat(first).startsWith("1~").hasSizeGreaterThan(4);
        assertThat(lines.get(1).path("parent").asString()).isEqualTo(first);
        assertThat(lines.get(1).path("thread").asString()).isEqualTo(first);
        assertThat(lines.get(2).path("id")).isEqualTo(lines.get(1).path("id"));
        assertThat(lines.get(4).path("id").asString()).isEqualTo(first);
    }

    @Test
    void a_file_out_of_order_is_put_into_order_and_what_has_no_time_stays_behind_its_post() throws IOException {
        Files.write(
                file,
                List.of(
                        post(1, "10:05"),
                        "{\"id\":\"1\",\"operation\":\"delete\"}",
                        post(2, "10:01"),
                        "{\"id\":\"2\",\"operation\":\"delete\"}",
                        post(3, "10:03"),
                        post(4, "10:09")));
        replayed("--squeeze", "1h");
        assertThat(door.lines().stream()
                        .map(ReplayCommandTest::parsed)
                        .map(line -> line.path("id").asString()
                                + line.path("operation").asString("")))
                .containsExactly("2", "3", "1", "1delete", "2delete", "4");
    }

    @Test
    void a_long_packed_file_arrives_whole_and_in_order_while_the_door_comes_and_goes() throws IOException {
        List<String> lines = IntStream.range(0, 2_500)
                .mapToObj(i -> post(i, "%02d:%02d".formatted(i / 60 % 24, i % 60)))
                .sorted()
                .toList();
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        door.failingAfter(1, UNAVAILABLE, ANSWER_LOST);
        Typed typed = replayed("--squeeze", "7d");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("2,500 lines: 2,500 published");
        assertThat(door.lines().stream().distinct()).hasSize(2_500);
        assertThat(times().stream().distinct()).isSorted();
    }

    @Test
    void lines_the_door_refuses_are_kept_with_their_reasons_and_their_numbers_in_the_file() throws IOException {
        Files.write(file, List.of(post(3, "10:05"), "", "this is bad", post(2, "10:01"), post(1, "10:03")));
        Typed typed = replayed("--squeeze", "1h");
        assertThat(typed.status()).isEqualTo(3);
        assertThat(folder.resolve("posts.ndjson.replay.refused.ndjson"))
                .content()
                .isEqualTo("{\"line\":3,\"reason\":\"bad, as it says\",\"content\":\"this is bad\"}\n");
    }

    @Test
    void what_an_import_refused_stays_as_it_is() throws IOException {
        Files.write(file, List.of(CONVERSATION[0], "this is bad"));
        Path imported = folder.resolve("posts.ndjson.refused.ndjson");
        Files.writeString(imported, "{\"line\":7,\"reason\":\"to be repaired\"}\n");
        replayed("--squeeze", "1h");
        assertThat(imported).content().isEqualTo("{\"line\":7,\"reason\":\"to be repaired\"}\n");
    }

    @Test
    void what_the_last_replay_refused_stays_until_something_is_sent() throws IOException {
        Path refused = folder.resolve("posts.ndjson.replay.refused.ndjson");
        Files.writeString(refused, "{\"line\":7,\"reason\":\"to be repaired\"}\n");
        Files.write(file, List.of("{\"id\":\"1\",\"text\":\"when?\"}"));
        replayed();
        assertThat(refused).exists();
        Files.write(file, List.of(CONVERSATION));
        replayed("--squeeze", "1h");
        assertThat(refused).doesNotExist();
    }

    @Test
    void times_nobody_believes_stretch_nothing_and_are_sent_as_they_are() throws IOException {
        List<String> odd = List.of(
                "1970-01-01T00:00:00Z",
                "+292278995-01-01T00:00:00Z",
                Instant.now().plus(Duration.ofDays(2)) + "");
        Files.write(
                file,
                List.of(
                        dated(9, odd.get(0)),
                        post(1, "10:00"),
                        dated(8, odd.get(1)),
                        post(2, "10:02"),
                        dated(7, odd.get(2)),
                        post(3, "10:04")));
        Typed typed = replayed("--squeeze", "2h");
        assertThat(typed.status()).isZero();
        assertThat(ids()).containsExactly("9", "1", "8", "2", "7", "3");
        List<String> stated = door.lines().stream()
                .map(line -> parsed(line).path("created_at").asString())
                .toList();
        assertThat(List.of(stated.get(0), stated.get(2), stated.get(4))).isEqualTo(odd);
        assertThat(Duration.between(Instant.parse(stated.get(1)), Instant.parse(stated.get(3))))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void what_was_written_outside_the_wanted_time_is_left_out_with_what_follows_it() throws IOException {
        Files.write(
                file,
                List.of(
                        post(1, "09:59"),
                        "{\"id\":\"1\",\"operation\":\"measure\",\"likes\":1}",
                        post(2, "10:00"),
                        "{\"id\":\"2\",\"operation\":\"measure\",\"likes\":2}",
                        post(3, "10:04"),
                        post(4, "10:05"),
                        "{\"id\":\"4\",\"operation\":\"delete\"}",
                        post(5, "10:02")));
        Typed typed = replayed(
                "--squeeze", "1h", "--since", "2024-03-01T10:00:00Z", "--until", "2024-03-01T10:05:00Z", "--json");
        assertThat(ids()).containsExactly("2", "2", "5", "3");
        assertThat(typed.json().path("leftOut").asInt()).isEqualTo(4);
    }

    @Test
    void few_lines_far_from_all_others_are_warned_of_with_the_option_that_leaves_them_out() throws IOException {
        List<String> lines = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(i -> post(i, "10:%02d".formatted(i)))
                .toList());
        lines.add(dated(99, "2021-01-01T00:00:00Z"));
        Files.write(file, lines);
        assertThat(replayed("--squeeze", "1h").err()).contains("--since 2024-03-01T10:00:00Z leaves them out");
        assertThat(replayed("--squeeze", "1h", "--since", "2024-03-01T10:00:00Z")
                        .err())
                .doesNotContain("more than half of the range");
        lines.set(20, dated(99, "2025-01-01T00:00:00Z"));
        Files.write(file, lines);
        assertThat(replayed("--squeeze", "1h").err()).contains("--until 2024-03-01T10:19:01Z leaves them out");
    }

    @Test
    void lines_that_hold_nothing_are_passed_over_however_long_they_are() throws IOException {
        Files.write(
                file,
                List.of(
                        CONVERSATION[0],
                        "            ",
                        "\t\t\t\t\t\t\t\t\t\r",
                        "\uFEFF",
                        "\uFEFF\r",
                        "\uFEFF ",
                        "",
                        CONVERSATION[1]));
        Typed typed = replayed("--squeeze", "1h");
        assertThat(typed.err()).doesNotContain("accounts for");
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).startsWith("2 lines: 2 published");
    }

    @Test
    void a_file_without_any_time_is_a_clear_sentence() throws IOException {
        Files.write(file, List.of("{\"id\":\"1\",\"text\":\"when?\"}"));
        Typed typed = replayed();
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).contains("states a time to go by; import it instead");
        assertThat(door.lines()).isEmpty();
    }

    @Test
    void speed_and_squeeze_exclude_each_other() throws IOException {
        Files.write(file, List.of(CONVERSATION));
        assertThat(replayed("--speed", "2", "--squeeze", "7d").status()).isEqualTo(2);
        assertThat(replayed("--squeeze", "soon").status()).isEqualTo(2);
        assertThat(replayed("--speed", "0").status()).isEqualTo(1);
        assertThat(door.lines()).isEmpty();
    }

    private Typed replayed(String... options) {
        var args = new ArrayList<>(List.of("replay", file.toString()));
        args.addAll(List.of(options));
        return Typed.habitus(door, folder, args.toArray(String[]::new));
    }

    private List<String> ids() {
        return door.lines().stream()
                .map(line -> parsed(line).path("id").asString())
                .toList();
    }

    private List<Instant> times() {
        return door.lines().stream()
                .map(ReplayCommandTest::parsed)
                .filter(line -> line.has("created_at"))
                .map(line -> Instant.parse(line.get("created_at").asString()))
                .toList();
    }

    private static String post(int id, String time) {
        return "{\"created_at\":\"2024-03-01T%s:00Z\",\"id\":\"%d\",\"text\":\"x\"}".formatted(time, id);
    }

    private static String dated(int id, String time) {
        return "{\"created_at\":\"%s\",\"id\":\"%d\",\"text\":\"x\"}".formatted(time, id);
    }

    private static JsonNode parsed(String line) {
        return Json.read(line.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode withoutTime(String line) {
        return ((tools.jackson.databind.node.ObjectNode) parsed(line)).without("created_at");
    }
}
