package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                .endsWith(" lines about 300 posts in " + second + ".\n");
        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(Files.readAllLines(first)).hasSizeGreaterThan(300);
        assertThat(Files.readAllLines(truth)).hasSize(300);
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

    private static Typed simulate(Path out, String... more) {
        var args = new java.util.ArrayList<>(java.util.List.of(
                "simulate",
                "--posts",
                "300",
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
        args.addAll(java.util.List.of(more));
        return Typed.habitus(args.toArray(String[]::new));
    }
}
