package io.habitus.allinone;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.backends.FreePorts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Supervises the real broker and the real Elasticsearch. */
@Timeout(900)
class SupervisorIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private DataFolder folder;
    private Supervisor supervisor;

    @BeforeEach
    void claim() throws Exception {
        // The one user that Elasticsearch runs as has to pass through.
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        folder = DataFolder.claim(temporary.resolve("data with a space"), 0);
    }

    @AfterEach
    void stop() throws Exception {
        supervisor.stopParts();
        folder.close();
    }

    @Test
    void what_is_killed_comes_back_with_its_data_and_is_shown() throws Exception {
        supervise(backends());
        String broker = processes().get("broker").get("address").asString();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
        Map<String, JsonNode> before = processes();

        before.values().forEach(process -> kill(process.get("pid").asLong()));

        await().atMost(ofSeconds(300))
                .untilAsserted(() -> assertThat(processes().values()).allSatisfy(process -> {
                    assertThat(process.get("state").asString()).isEqualTo("READY");
                    assertThat(process.get("restarts").asInt()).isEqualTo(1);
                    assertThat(process.get("pid").asLong())
                            .isNotEqualTo(before.get(process.get("name").asString())
                                    .get("pid")
                                    .asLong());
                }));
        assertThat(processes().get("broker").get("address").asString()).isEqualTo(broker);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
        assertThat(said()).contains("broker            ended (signal 9), again in 1 s");
    }

    @Test
    void stopped_in_order_it_leaves_no_process_and_no_trace_of_one() throws Exception {
        supervise(backends());
        List<ProcessHandle> family = ProcessHandle.current().descendants().toList();
        assertThat(family).isNotEmpty();

        supervisor.stopParts();

        assertThat(family).noneMatch(ProcessHandle::isAlive);
        assertThat(folder.run().resolve("state.json")).doesNotExist();
        assertThat(folder.run().resolve("broker.pid")).doesNotExist();
        assertThat(said().lines().filter(line -> line.endsWith("stopping")).map(line -> line.split(" +")[1]))
                .containsExactly("elasticsearch", "broker");
    }

    @Test
    void what_a_killed_supervisor_left_behind_is_ended_by_the_next() throws Exception {
        supervise(backends().subList(0, 1));
        long pid = processes().get("broker").get("pid").asLong();
        ProcessHandle broker = ProcessHandle.of(pid).orElseThrow();
        Screen silent = new Screen.Terminal(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

        new Orphans(folder, silent).end(Duration.ZERO);

        assertThat(broker.isAlive()).isFalse();
    }

    private List<Part> backends() {
        return new Parts(
                        folder, Secrets.of(folder), Ports.of(folder.run().resolve("ports.properties")), FreePorts.any())
                .backends();
    }

    private void supervise(List<Part> parts) throws InterruptedException {
        supervisor = new Supervisor(
                folder, parts, 8080, false, new Screen.Terminal(new PrintStream(screen, true, StandardCharsets.UTF_8)));
        supervisor.start();
        Supervisor.Outcome outcome = supervisor.awaitReady();
        assertThat(outcome).as(said()).isEqualTo(Supervisor.Outcome.READY);
    }

    private Map<String, JsonNode> processes() throws Exception {
        JsonNode state = JSON.readTree(Files.readString(folder.run().resolve("state.json")));
        return state.get("processes")
                .valueStream()
                .collect(Collectors.toMap(process -> process.get("name").asString(), process -> process));
    }

    private String said() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }
}
