package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects, keys and erasures: small commands that are one request each. */
class AdministrationTest {

    private final FakeDoor door = new FakeDoor();

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void a_key_is_made_for_the_project_and_shown_once() {
        door.answering("POST /api/v1/keys", 201, "key.json");
        Typed typed = Typed.habitus(door, data, "key", "add", "press", "--scopes", "read,write");
        assertThat(typed.out()).startsWith("hab_abcd1234_secret\n");
        assertThat(door.requests())
                .containsExactly(
                        "POST /api/v1/keys {\"name\":\"press\",\"scopes\":[\"read\",\"write\"],\"projects\":[\"default\"]}");
    }

    @Test
    void a_key_is_revoked() {
        door.answering("DELETE /api/v1/keys/abcd1234", 204, null);
        assertThat(Typed.habitus(door, data, "key", "revoke", "abcd1234").status())
                .isZero();
    }

    @Test
    void a_project_is_made_and_removed() {
        door.answering("POST /api/v1/projects", 201, "watch.json");
        door.answering("DELETE /api/v1/projects/rivals", 204, null);
        assertThat(Typed.habitus(door, data, "project", "add", "rivals", "Rivals")
                        .status())
                .isZero();
        assertThat(Typed.habitus(door, data, "project", "remove", "rivals").status())
                .isZero();
        assertThat(door.requests()).contains("POST /api/v1/projects {\"id\":\"rivals\",\"name\":\"Rivals\"}");
    }

    @Test
    void an_author_or_a_post_is_erased_only_with_yes() {
        door.answering("POST /api/v1/privacy/erasures", 202, "watch.json");
        door.answering("DELETE /api/v1/projects/default/documents", 202, null);
        assertThat(Typed.habitus(door, data, "erase", "--source", "twitter", "--author", "17")
                        .status())
                .isEqualTo(2);
        assertThat(Typed.habitus(door, data, "erase", "--source", "twitter", "--author", "17", "--yes")
                        .status())
                .isZero();
        assertThat(Typed.habitus(door, data, "erase", "--source", "twitter", "--post", "a/b", "--yes")
                        .status())
                .isZero();
        assertThat(door.requests())
                .hasSize(2)
                .contains("POST /api/v1/privacy/erasures {\"source\":\"twitter\",\"authorId\":\"17\"}")
                .anyMatch(request -> request.contains("/documents?source=twitter&id=a%2Fb"));
    }
}
