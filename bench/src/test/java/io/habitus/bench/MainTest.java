package io.habitus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private record Said(int status, String out, String err) {}

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty("habitus.program");
    }

    @Test
    void help_names_every_option_and_what_is_measured() {
        Said said = bench("--help");

        assertThat(said.status).isZero();
        assertThat(said.out)
                .contains(
                        "--posts",
                        "--watches",
                        "--rate",
                        "--settle",
                        "--for",
                        "--only",
                        "--seed",
                        "--json",
                        "--out",
                        "--micro")
                .contains("raw ", "bare ", "whole ", "latency ");
    }

    @Test
    void an_option_that_is_none_is_refused() {
        assertThat(bench("--speed", "9").status).isEqualTo(2);
        assertThat(bench("--only", "raw,everything").status).isEqualTo(2);
        assertThat(bench("--for", "a while").status).isEqualTo(2);
    }

    @Test
    void what_has_no_bounds_is_refused_in_one_sentence() {
        for (List<String> options : List.of(
                List.of("--posts", "999"),
                List.of("--posts", "2000001"),
                List.of("--watches", "0"),
                List.of("--hits", "51"),
                List.of("--heard", "0"),
                List.of("--rate", "20001"),
                List.of("--for", "31m"),
                List.of("--settle", "31m"),
                List.of("--rate", "20000", "--for", "60s"))) {
            Said said = bench(options.toArray(String[]::new));

            assertThat(said.status).as("%s", options).isEqualTo(1);
            assertThat(said.err).startsWith("habitus bench: ").hasLineCount(1).contains(options.getFirst());
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void without_a_program_nothing_is_left_behind() {
        System.setProperty("habitus.program", folder.resolve("nowhere").toString());

        Said said = bench("--posts", "1000");

        assertThat(said.status).isEqualTo(1);
        assertThat(said.err).contains("Nothing is built in ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_does_not_start_is_named_and_leaves_nothing_behind() throws IOException {
        Path program = Files.createDirectories(folder.resolve("program"));
        // No Habitus in it.
        Files.createDirectories(program.resolve("lib"));
        System.setProperty("habitus.program", program.toString());
        long before = ProcessHandle.current().descendants().count();

        Said said = bench("--only", "latency", "--posts", "1000");

        assertThat(said.status).isEqualTo(1);
        assertThat(said.err).contains("habitus bench: Habitus does not start: ");
        assertThat(list(folder)).containsExactly("program");
        assertThat(ProcessHandle.current().descendants().count()).isEqualTo(before);
    }

    @Test
    void a_file_that_cannot_be_written_is_refused_before_anything_starts() {
        Said said = bench("--out", folder.resolve("no/such/folder.json").toString());

        assertThat(said.status).isEqualTo(1);
        assertThat(said.err).contains("cannot be written");
        assertThat(folder).isEmptyDirectory();
    }

    private Said bench(String... options) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var all = Stream.concat(Stream.of("--folder", folder.toString()), Stream.of(options))
                .toArray(String[]::new);
        int status = Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all);
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
