package io.habitus.ingest.privacy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.habitus.ingest.InstallationKeyFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeysTest {

    @TempDir
    Path folder;

    @Test
    void a_missing_key_file_is_named() throws Exception {
        Path good = InstallationKeyFiles.write(folder.resolve("good.key"), new byte[32]);
        assertThatThrownBy(() -> InstallationKeys.read(good, folder.resolve("nowhere.key")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere.key");
    }

    @Test
    void a_key_of_another_length_is_refused() throws Exception {
        Path good = InstallationKeyFiles.write(folder.resolve("good.key"), new byte[32]);
        Path small = InstallationKeyFiles.write(folder.resolve("short.key"), new byte[16]);
        assertThatThrownBy(() -> InstallationKeys.read(small, good))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("short.key")
                .hasMessageContaining("32 bytes");
    }

    @Test
    void a_key_that_is_not_base64_is_refused_without_being_shown() throws Exception {
        Path good = InstallationKeyFiles.write(folder.resolve("good.key"), new byte[32]);
        Path odd = Files.writeString(folder.resolve("odd.key"), "!secret!");
        assertThatThrownBy(() -> InstallationKeys.read(good, odd))
                .isInstanceOf(IllegalStateException.class)
                .message()
                .doesNotContain("secret!");
    }
}
