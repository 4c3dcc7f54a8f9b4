package io.habitus.endtoend.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.endtoend.running.Api;
import io.habitus.endtoend.running.Program;
import io.habitus.endtoend.running.Project;
import io.habitus.endtoend.running.RunningHabitus;
import io.habitus.endtoend.running.Volume;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the README tells a newcomer to type, typed, with the script itself; and then stopped, and started again. */
class FirstSteps {

    /** What a typed command of the script said. */
    private record Said(int status, String out, String err) {}

    @Test
    void a_newcomer_listens_imports_looks_stops_and_finds_everything_again() throws Exception {
        Path place = RunningHabitus.freshFolder("first-steps");
        Path script = installed(place);
        Path data = place.resolve("data");
        var up = new ArrayList<>(List.of(script.toString(), "up", "--port", "18080", "--data", data.toString()));

        try (RunningHabitus habitus = RunningHabitus.started(up, Map.of(), data)) {
            assertThat(habitus.said()).contains("http://127.0.0.1:18080").contains(habitus.adminKey());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("admin.key"))))
                    .isEqualTo("rw-------");

            Said added = typed(script, "watch", "add", "Verspätung", "verspät* OR \"zu spät\" 😡");
            assertThat(added.status()).as(added.err()).isZero();
            assertThat(typed(script, "watch", "list").out())
                    .contains("Verspätung")
                    .contains("\"zu spät\" 😡");
            Path posts = Files.writeString(place.resolve("posts.ndjson"), """
                    {"id":"1","source":"forum","created_at":"2026-10-01T08:00:00Z","text":"Schon wieder Verspätung!","author":{"id":"a"}}
                    {"id":"2","source":"forum","created_at":"2026-10-02T08:00:00Z","text":"Der Bus war ZU SPÄT 😡","author":{"id":"a"}}
                    {"id":"3","source":"forum","created_at":"2026-10-02T09:00:00Z","text":"Alles pünktlich","author":{"id":"b"}}
                    {"id":"4","source":"forum"}
                    """);
            Said imported = typed(script, "import", posts.toString());
            assertThat(imported.status()).as(imported.err()).isEqualTo(3);
            assertThat(imported.out()).contains("4 lines: 3 published, 0 seen before, 1 refused");
            assertThat(place.resolve("posts.ndjson.refused.ndjson")).content().contains("\"line\":4");

            Project project = Project.standard(habitus);
            project.awaitQuiet();
            Said view = typed(script, "view", "Verspätung", "--tz", "UTC", "--interval", "day");
            assertThat(view.out()).contains("2 posts   0 reposts   1 voices").contains("ZU SPÄT 😡");
            assertThat(project.mentions("q=" + Api.encoded("bus"))).hasSize(1);
            Said status = typed(script, "status", "--json");
            assertThat(status.status()).isZero();
            assertThat(JsonMapper.shared()
                            .readTree(status.out())
                            .at("/disk/free")
                            .asLong())
                    .isPositive();

            assertThat(habitus.interrupt()).isZero();
        }
        assertThat(typed(script, "status").status()).isEqualTo(1);

        Instant start = Instant.now();
        up.addAll(List.of("--apart", "--json"));
        try (RunningHabitus habitus = RunningHabitus.started(up, Map.of(), data)) {
            System.out.println(
                    "second start: " + Duration.between(start, Instant.now()).toSeconds() + " s");
            assertThat(habitus.said().lines().filter(line -> line.startsWith("{")))
                    .map(line -> JsonMapper.shared().readTree(line).path("url").asString(""))
                    .contains("http://127.0.0.1:18080");
            Project project = Project.standard(habitus);
            assertThat(project.mentions("")).hasSize(2);
            assertThat(project.volume("verspaetung", "day").values())
                    .containsExactly(new Volume(1, 0, 1, 0), new Volume(1, 0, 1, 0));
            assertThat(habitus.interrupt()).isZero();
        }
    }

    @Test
    void an_up_on_a_taken_port_is_refused_in_one_sentence() throws Exception {
        Path place = RunningHabitus.freshFolder("second-up");
        Path script = installed(place);
        Path data = place.resolve("data");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Instant start = Instant.now();
            Said refused =
                    typed(script, "up", "--port", Integer.toString(taken.getLocalPort()), "--data", data.toString());
            assertThat(refused.status()).isNotZero();
            assertThat(refused.err().lines())
                    .singleElement()
                    .asString()
                    .contains(Integer.toString(taken.getLocalPort()));
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    /** On a project without a test, so that it takes no time; CI runs it where no third file is open, as here. */
    @Test
    void the_suite_ends_with_its_figures_and_a_status_of_its_own() throws Exception {
        Path place = RunningHabitus.freshFolder("suite");
        Path script = installed(place);
        Files.writeString(place.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>none</groupId>
                  <artifactId>none</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                </project>
                """);
        Said forPeople = typed(script, "test");
        assertThat(forPeople.status()).as(forPeople.err()).isEqualTo(1);
        assertThat(forPeople.err()).contains("No test ran");
        assertThat(forPeople.out()).endsWith("0 passed, 0 failed, 0 skipped\n");

        Said forScripts = typed(script, "test", "--json");
        assertThat(forScripts.status()).isEqualTo(1);
        assertThat(forScripts.out()).isEqualTo("{\"passed\":0,\"failed\":0,\"skipped\":0}\n");
    }

    /** The script beside what the build assembled, as in a clone that is built; nothing is newer, so it does not build. */
    private static Path installed(Path place) throws IOException {
        Path program = place.resolve("deploy/all-in-one/target/habitus");
        Files.createDirectories(program);
        Files.createSymbolicLink(program.resolve("lib"), Program.folder().resolve("lib"));
        Files.createSymbolicLink(
                program.resolve("elasticsearch.zip"), Program.folder().resolve("elasticsearch.zip"));
        Files.createSymbolicLink(
                program.resolve("archives"),
                Files.createDirectories(Program.folder().resolve("archives")));
        Path script = Files.copy(Path.of("../habitus"), place.resolve("habitus"));
        Files.createFile(program.resolve("built"));
        return script;
    }

    /**
     * Types words in a shell without a locale, as in most containers: umlauts and emoji must arrive all the same. By a
     * file, because this JVM would spell them by its own locale.
     */
    private static Said typed(Path script, String... words) throws IOException, InterruptedException {
        Path line = Files.createTempFile("habitus", ".sh");
        Path err = Files.createTempFile("habitus", ".err");
        var typed = new StringBuilder("exec '" + script + "'");
        for (String word : words) {
            typed.append(" '").append(word.replace("'", "'\\''")).append('\'');
        }
        Files.writeString(line, typed);
        var builder = new ProcessBuilder("sh", line.toString()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        Process process = builder.start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), said, Files.readString(err));
        } finally {
            Files.delete(line);
            Files.delete(err);
        }
    }
}
