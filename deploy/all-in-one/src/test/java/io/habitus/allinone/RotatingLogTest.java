package io.habitus.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {

    @TempDir
    private Path folder;

    @Test
    void a_full_file_is_put_aside_between_two_lines() throws Exception {
        try (RotatingLog log = new RotatingLog(folder, "broker", 10)) {
            log.write("12345");
            log.write("12345");
        }

        assertThat(folder.resolve("broker.log")).hasContent("12345");
        assertThat(folder.resolve("broker.1.log")).hasContent("12345");
    }

    @Test
    void what_is_too_old_is_dropped() throws Exception {
        try (RotatingLog log = new RotatingLog(folder, "broker", 2)) {
            for (int line = 0; line < 20; line++) {
                log.write("line " + line);
            }
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(5);
        }
        assertThat(folder.resolve("broker.4.log")).hasContent("line 15");
    }

    @Test
    void the_next_run_goes_on_in_the_same_file() throws Exception {
        try (RotatingLog first = new RotatingLog(folder, "broker", 100)) {
            first.write("first");
        }

        try (RotatingLog second = new RotatingLog(folder, "broker", 100)) {
            second.write("second");
        }

        assertThat(folder.resolve("broker.log")).hasContent("first\nsecond");
    }
}
