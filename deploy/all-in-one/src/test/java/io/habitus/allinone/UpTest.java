package io.habitus.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whoever cannot start says so at once, in one sentence. */
class UpTest {

    private record Answer(int status, String sentence) {}

    @TempDir
    private Path temporary;

    @Test
    void a_taken_port_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            Answer answer = up("--data", temporary.resolve("data").toString(), "--port", Integer.toString(port));

            assertThat(answer.status()).isEqualTo(1);
            assertThat(answer.sentence())
                    .startsWith("habitus up: Port " + port + " is taken")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_second_up_on_the_same_folder_is_refused() throws Exception {
        try (DataFolder _ = DataFolder.claim(temporary, 0)) {
            Answer answer = up("--data", temporary.toString());

            assertThat(answer.status()).isEqualTo(1);
            assertThat(answer.sentence())
                    .startsWith("habitus up: Another 'habitus up' is running")
                    .hasLineCount(1);
        }
    }

    @Test
    void a_full_disk_is_refused() {
        Answer answer = up("--data", temporary.toString(), "--min-free-space", Long.toString(Long.MAX_VALUE));

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.sentence()).contains("is nearly full").hasLineCount(1);
    }

    @Test
    void a_folder_below_a_file_is_refused() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));

        Answer answer = up("--data", file.resolve("data").toString());

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.sentence()).contains("cannot be written").hasLineCount(1);
    }

    @Test
    void a_port_out_of_range_is_refused() {
        Answer answer = up("--data", temporary.resolve("data").toString(), "--port", "70000");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.sentence()).contains("A port is a number from 1 to 65535");
    }

    @Test
    void an_unknown_option_is_refused() {
        assertThat(up("--prot", "80").status()).isEqualTo(2);
    }

    private static Answer up(String... arguments) {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            int status = new CommandLine(new Up()).execute(arguments);
            return new Answer(status, errors.toString(StandardCharsets.UTF_8).strip());
        } finally {
            System.setErr(before);
        }
    }
}
