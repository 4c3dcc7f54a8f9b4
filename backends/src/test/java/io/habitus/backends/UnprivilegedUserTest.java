package io.habitus.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnprivilegedUserTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private Path file;

    @BeforeEach
    void makeFile() throws Exception {
        folder = Files.createDirectories(temporary.resolve("with a space"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        file = Files.writeString(folder.resolve("file"), "content");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    @Test
    void an_ordinary_user_needs_no_other() {
        assumeTrue(!weAreRoot(), "only an ordinary user");

        assertThat(UnprivilegedUser.of(folder).wayTo(folder, List.of(file)).command())
                .isEmpty();
    }

    @Test
    void root_becomes_somebody_else() throws Exception {
        assumeTrue(weAreRoot(), "only root");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        var way = UnprivilegedUser.of(folder).wayTo(folder, List.of(file));

        assertThat(said(way, "id", "-u")).isEqualTo("65534");
        assertThat(way.seen(file)).isEqualTo(file);
    }

    @Test
    void below_a_folder_that_only_root_may_enter_there_is_another_way() throws Exception {
        assumeTrue(weAreRoot() && mayMount(), "only root, and not in a container that forbids mounts");
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx------"));
        var way = UnprivilegedUser.of(folder).wayTo(folder, List.of(file));

        assertThat(said(way, "id", "-u")).isEqualTo("65534");
        assertThat(said(way, "cat", way.seen(file).toString())).isEqualTo("content");
    }

    private static boolean weAreRoot() {
        return new UnixSystem().getUid() == 0;
    }

    private static boolean mayMount() throws Exception {
        return new ProcessBuilder("unshare", "--mount", "true").start().waitFor() == 0;
    }

    private static String said(UnprivilegedUser.Way way, String... words) throws Exception {
        List<String> command = new ArrayList<>(way.command());
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
    }
}
