package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {

    private final FakeDoor door = new FakeDoor().answering("GET /api/v1/status", 200, "status.json");

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void health_lag_processes_disk_and_versions_are_shown() throws IOException {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(
                data.resolve("run/state.json"),
                "{\"processes\":[{\"name\":\"broker\",\"pid\":17,\"state\":\"READY\",\"restarts\":2}]}");
        Files.write(data.resolve("log"), new byte[2_048]);
        Typed typed = Typed.habitus(door, data, "status");
        assertThat(typed.status()).isZero();
        assertThat(typed.out())
                .contains("Habitus unreleased at " + door.address() + " is up.")
                .contains("lag                indexing 12, mentions 0")
                .contains("elasticsearch 8.19.21")
                .contains("broker             process 17, ready, restarted 2 times")
                .contains("twitter            7,226 received = 7,200 published + 20 seen + 6 unreadable")
                .contains(" KiB used in ");
    }

    @Test
    void where_nobody_answers_it_says_down_and_fails() {
        Typed typed = Typed.habitus("status", "--url", "http://127.0.0.1:1", "--data", data.toString());
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.out()).contains(" is down.").contains("free");
    }

    @Test
    void scripts_get_it_all_as_json() {
        var answer = Typed.habitus(door, data, "status", "--json").json();
        assertThat(answer.at("/status/lag/indexing").asLong()).isEqualTo(12);
        assertThat(answer.at("/disk/free").asLong()).isPositive();
    }
}
