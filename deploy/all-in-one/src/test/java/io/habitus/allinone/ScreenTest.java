package io.habitus.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScreenTest {

    private static final Path KEY_FILE = Path.of("/data/admin.key");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void a_person_is_shown_the_new_key() {
        new Screen.Terminal(out).ready("http://127.0.0.1:8080", KEY_FILE, Optional.of("habitus_s3cret"));
        assertThat(said())
                .contains("Habitus is ready:  http://127.0.0.1:8080")
                .contains("habitus_s3cret   (kept in /data/admin.key)");
    }

    @Test
    void a_person_is_told_where_an_older_key_is() {
        new Screen.Terminal(out).ready("http://127.0.0.1:8080", KEY_FILE, Optional.empty());
        assertThat(said()).contains("Your admin key is in /data/admin.key");
    }

    @Test
    void a_script_reads_one_object_per_line() {
        var screen = new Screen.Lines(out);
        screen.line("Habitus starts. Data: /data");
        screen.event("broker", "says \"no\"\nand dies");
        screen.ready("http://127.0.0.1:8080", KEY_FILE, Optional.of("habitus_s3cret"));

        var lines = said().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSize(3).allSatisfy(line -> assertThat(
                        Instant.parse(line.path("at").asString()))
                .isBeforeOrEqualTo(Instant.now()));
        assertThat(lines.get(0).has("part")).isFalse();
        assertThat(lines.get(1).path("part").asString()).isEqualTo("broker");
        assertThat(lines.get(1).path("what").asString()).isEqualTo("says \"no\"\nand dies");
        JsonNode ready = lines.get(2);
        assertThat(ready.path("url").asString()).isEqualTo("http://127.0.0.1:8080");
        assertThat(ready.path("adminKeyFile").asString()).isEqualTo("/data/admin.key");
    }

    @Test
    void what_scripts_log_holds_no_key() {
        new Screen.Lines(out).ready("http://127.0.0.1:8080", KEY_FILE, Optional.of("habitus_s3cret"));
        assertThat(said()).doesNotContain("s3cret");
    }

    private String said() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
