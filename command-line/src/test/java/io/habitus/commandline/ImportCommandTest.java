package io.habitus.commandline;

import static io.habitus.commandline.FakeDoor.Failure.ANSWER_LOST;
import static io.habitus.commandline.FakeDoor.Failure.ERROR;
import static io.habitus.commandline.FakeDoor.Failure.UNAUTHORIZED;
import static io.habitus.commandline.FakeDoor.Failure.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private final FakeDoor door = new FakeDoor();

    @TempDir
    private Path folder;

    private Path data;
    private Path file;

    @BeforeEach
    void makeFolders() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        file = folder.resolve("posts.ndjson");
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void every_line_is_sent_once_and_in_order() throws IOException {
        List<String> lines = written(2_500);
        Typed typed = imported();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("2,500 lines: 2,500 published, 0 seen before, 0 refused.");
        assertThat(typed.out()).contains("brand (2,500)");
        assertThat(door.lines()).containsExactlyElementsOf(lines);
        assertThat(imports())
                .containsExactly(
                        "POST /api/v1/projects/default/documents/import?firstLine=1",
                        "POST /api/v1/projects/default/documents/import?firstLine=1001",
                        "POST /api/v1/projects/default/documents/import?firstLine=2001");
        assertThat(data.resolve("imports")).isEmptyDirectory();
    }

    @Test
    void the_source_of_lines_that_name_none_is_passed_on() throws IOException {
        written(1);
        imported("--source", "my forum");
        assertThat(imports()).singleElement().asString().endsWith("?firstLine=1&source=my%20forum");
    }

    @Test
    void refused_lines_go_to_a_file_with_number_reason_and_content() throws IOException {
        Files.write(file, List.of("{\"id\":1}", "", "this is bad", "{\"id\":2}", "bad too"));
        Typed typed = imported();
        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("4 lines: 2 published, 0 seen before, 2 refused.");
        assertThat(folder.resolve("posts.ndjson.refused.ndjson")).content().isEqualTo("""
                        {"line":3,"reason":"bad, as it says","content":"this is bad"}
                        {"line":5,"reason":"bad, as it says","content":"bad too"}
                        """);
        assertThat(imported("--json").json().path("unreadable").asLong()).isEqualTo(2);
        assertThat(folder.resolve("posts.ndjson.refused.ndjson"))
                .as("importing again does not add to the old list")
                .content()
                .hasLineCount(2);
    }

    @Test
    void a_long_refused_line_is_kept_up_to_a_whole_character() throws IOException {
        // The emoji stands where the line is cut.
        Files.write(file, List.of("bad" + "x".repeat(1_996) + "😡 and more", "{\"id\":1}"));
        Typed typed = imported();
        assertThat(typed.status()).isEqualTo(3);
        assertThat(typed.out()).contains("2 lines: 1 published, 0 seen before, 1 refused.");
        assertThat(folder.resolve("posts.ndjson.refused.ndjson")).content().contains("xxx…");
    }

    @Test
    void a_list_of_refused_lines_that_was_cut_off_does_not_stop_the_next_import() throws IOException {
        Files.write(file, List.of("bad", "{\"id\":1}"));
        Files.writeString(folder.resolve("posts.ndjson.refused.ndjson"), "{\"line\":1,\"reason\":\"bad, as");
        assertThat(imported().status()).isEqualTo(3);
        assertThat(folder.resolve("posts.ndjson.refused.ndjson")).content().hasLineCount(1);
    }

    @Test
    void refused_lines_never_replace_another_file() throws IOException {
        List<String> lines = written(3);
        Typed typed = imported("--refused", file.toString());
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).contains("is left as it is");
        assertThat(file).content().isEqualToIgnoringNewLines(String.join("", lines));
        assertThat(door.lines()).isEmpty();
    }

    @Test
    void an_import_outlives_a_door_that_goes_away() throws IOException {
        List<String> lines = written(3_000);
        door.failingAfter(1, UNAVAILABLE, ANSWER_LOST, ERROR);
        Typed typed = imported();
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).contains("3,000 lines: 3,000 published");
        assertThat(door.lines().stream().distinct()).containsExactlyElementsOf(lines);
    }

    @Test
    void the_same_command_goes_on_where_it_stopped() throws IOException {
        List<String> lines = written(3_000);
        door.failingAfter(2, UNAUTHORIZED);
        assertThat(imported().status()).isEqualTo(1);
        assertThat(door.lines()).hasSize(2_000);

        Typed again = imported();
        assertThat(again.status()).isZero();
        assertThat(again.err()).contains("Going on after line 2,000.");
        assertThat(again.out()).contains("3,000 lines: 3,000 published");
        assertThat(door.lines()).containsExactlyElementsOf(lines);
        assertThat(imports()).last().asString().contains("firstLine=2001");

        imported();
        assertThat(door.lines()).as("at its end, it starts anew").hasSize(6_000);
    }

    @Test
    void a_packed_file_is_unpacked_and_goes_on_too() throws IOException {
        List<String> lines = lines(3_000);
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        door.failingAfter(2, UNAUTHORIZED);
        assertThat(imported().status()).isEqualTo(1);
        assertThat(imported().status()).isZero();
        assertThat(door.lines()).containsExactlyElementsOf(lines);
    }

    @Test
    void a_packed_file_that_breaks_off_is_a_clear_sentence() throws IOException {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(String.join("\n", lines(50_000)).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Typed typed = imported();
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).contains("breaks off after line");
    }

    @Test
    void a_file_that_changed_since_is_imported_from_its_start() throws IOException {
        written(3_000);
        door.failingAfter(2, UNAUTHORIZED);
        imported();
        List<String> others = lines(3_000).reversed();
        Files.write(file, others);
        assertThat(imported().status()).isZero();
        assertThat(door.lines().subList(2_000, 5_000)).containsExactlyElementsOf(others);
    }

    @Test
    void an_answer_that_does_not_account_for_every_line_stops_the_import() throws IOException {
        written(10);
        door.losingALine();
        Typed typed = imported();
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).contains("accounts for 9 of the 10 lines");
    }

    @Test
    void scripts_get_the_summary_as_json() throws IOException {
        written(5);
        var summary = imported("--json").json();
        assertThat(summary.path("received").asLong()).isEqualTo(5);
        assertThat(summary.path("published").asLong()).isEqualTo(5);
        assertThat(summary.at("/unknownFields/brand").asLong()).isEqualTo(5);
    }

    @Test
    void a_file_that_is_not_there_is_a_clear_sentence() {
        Typed typed = imported();
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).isEqualTo("habitus: There is no file " + file + " that can be read.\n");
    }

    private Typed imported(String... options) {
        var args = new ArrayList<>(List.of("import", file.toString()));
        args.addAll(List.of(options));
        return Typed.habitus(door, data, args.toArray(String[]::new));
    }

    private List<String> imports() {
        return door.requests().stream()
                .filter(request -> request.contains("/import"))
                .toList();
    }

    private List<String> written(int count) throws IOException {
        List<String> lines = lines(count);
        Files.write(file, lines);
        return lines;
    }

    private static List<String> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "{\"id\":\"" + number + "\",\"text\":\"Grüße " + number + "\"}")
                .toList();
    }
}
