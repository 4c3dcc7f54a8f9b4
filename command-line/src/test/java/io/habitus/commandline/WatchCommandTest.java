package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {

    private final FakeDoor door = new FakeDoor().answering("GET /api/v1/projects/default/watches", 200, "watches.json");

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void a_watch_is_added() {
        door.answering("POST /api/v1/projects/default/watches", 201, "watch.json");
        Typed typed = Typed.habitus(door, data, "watch", "add", "Bahn", "bahn OR @DB_Bahn");
        assertThat(typed.err()).isEmpty();
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).isEqualTo("Listening to Bahn as \"bahn\".\n");
        assertThat(door.requests())
                .containsExactly(
                        "POST /api/v1/projects/default/watches {\"name\":\"Bahn\",\"query\":\"bahn OR @DB_Bahn\"}");
    }

    @Test
    void a_query_may_begin_with_a_handle_or_a_quotation_mark() {
        door.answering("POST /api/v1/projects/default/watches", 201, "watch.json");
        Typed.habitus(door, data, "watch", "add", "Bahn", "@DB_Bahn");
        Typed.habitus(door, data, "watch", "add", "Bahn", "\"zu spät\"");
        assertThat(door.requests())
                .anyMatch(request -> request.contains("\"query\":\"@DB_Bahn\""))
                .anyMatch(request -> request.contains("\"query\":\"\\\"zu spät\\\"\""));
    }

    @Test
    void a_refused_query_is_shown_with_the_place_that_is_wrong() {
        door.answering("POST /api/v1/projects/default/watches", 422, "bad-query.json");
        Typed typed = Typed.habitus(door, data, "watch", "add", "Bahn", "bahn AND \"zu spät");
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).isEqualTo("""
                        habitus: A phrase is not closed.
                          bahn AND "zu spät
                                   ^
                          expected: "
                          perhaps: bahn AND "zu spät"
                        """);
    }

    @Test
    void watches_are_listed() {
        Typed typed = Typed.habitus(door, data, "watch", "list");
        assertThat(typed.status()).isZero();
        assertThat(typed.out().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("aerger") && line.contains("Ärger") && line.contains("\"zu spät\""));
    }

    @Test
    void scripts_get_the_list_as_json() {
        Typed typed = Typed.habitus(door, data, "watch", "list", "--json");
        assertThat(typed.json().path("watches")).hasSize(2);
    }

    @Test
    void a_watch_is_changed_and_removed_by_its_name() {
        door.answering("PUT /api/v1/projects/default/watches/aerger", 200, "watch.json");
        door.answering("DELETE /api/v1/projects/default/watches/aerger", 204, null);
        assertThat(Typed.habitus(door, data, "watch", "change", "ärger", "spät").status())
                .isZero();
        assertThat(Typed.habitus(door, data, "watch", "remove", "ärger").out())
                .isEqualTo("No longer listening to Ärger.\n");
        assertThat(door.requests())
                .contains("PUT /api/v1/projects/default/watches/aerger {\"name\":\"Ärger\",\"query\":\"spät\"}")
                .anyMatch(request -> request.startsWith("DELETE /api/v1/projects/default/watches/aerger"));
    }

    @Test
    void an_unknown_watch_is_a_clear_sentence() {
        Typed typed = Typed.habitus(door, data, "watch", "remove", "tram");
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).isEqualTo("habitus: There is no watch tram; habitus watch list shows all.\n");
    }

    @Test
    void address_and_key_come_from_the_data_folder() throws IOException {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run/state.json"), "{\"url\":\"" + door.address() + "\"}");
        Files.writeString(data.resolve("admin.key"), "hab_from_folder\n");
        assertThat(Typed.habitus("watch", "list", "--data", data.toString()).status())
                .isZero();
    }

    @Test
    void a_key_that_is_not_accepted_is_named_as_the_reason() {
        door.answering("GET /api/v1/projects/default/watches", 401, null);
        Typed typed = Typed.habitus(door, data, "watch", "list");
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).startsWith("habitus: The key was not accepted").contains("admin.key");
    }
}
