package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "watch",
                "watch add",
                "watch change",
                "watch list",
                "watch remove",
                "import",
                "view",
                "status",
                "simulate",
                "replay",
                "project",
                "project add",
                "project list",
                "project remove",
                "erase",
                "key",
                "key add",
                "key list",
                "key revoke"
            })
    void every_command_explains_itself(String command) {
        Typed typed = Typed.habitus((command + " --help").strip().split(" "));
        assertThat(typed.status()).isZero();
        assertThat(typed.out()).startsWith("Usage: habitus");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void a_command_nobody_knows_is_refused_with_status_2() {
        Typed typed = Typed.habitus("listen");
        assertThat(typed.status()).isEqualTo(2);
        assertThat(typed.err()).contains("listen");
    }

    @Test
    void where_nobody_listens_one_sentence_says_so() {
        Typed typed = Typed.habitus("watch", "list", "--url", "http://127.0.0.1:1", "--data", data.toString());
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err().lines())
                .singleElement()
                .asString()
                .contains("does not answer at http://127.0.0.1:1")
                .contains("./habitus up");
    }

    @Test
    void scripts_get_the_failure_as_json() {
        Typed typed = Typed.habitus("watch", "list", "--json", "--url", "http://127.0.0.1:1");
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.json().at("/error/message").asString()).contains("does not answer");
    }

    @Test
    void an_address_that_is_none_is_refused() {
        Typed typed = Typed.habitus("status", "--url", URI.create("localhost").toString());
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).contains("--url must be a whole web address");
    }
}
