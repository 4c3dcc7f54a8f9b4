package io.habitus.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    private static final Instant BUILT = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private Path library;

    @BeforeEach
    void build() throws IOException {
        library = fileOf("library.jar", BUILT);
    }

    @Test
    void one_that_is_newer_than_the_program_is_kept() throws IOException {
        Path archive = fileOf("services.jsa", BUILT.plusSeconds(60));
        assertThat(ClassArchive.of("services", folder, List.of(library)))
                .isEqualTo(archive)
                .exists();
    }

    @Test
    void one_that_is_older_than_a_part_of_the_program_goes() throws IOException {
        fileOf("services.jsa", BUILT.minusSeconds(60));
        assertThat(ClassArchive.of("services", folder, List.of(library))).doesNotExist();
    }

    @Test
    void there_need_not_be_one() {
        assertThat(ClassArchive.of("services", folder, List.of(library))).doesNotExist();
    }

    private Path fileOf(String name, Instant modified) throws IOException {
        return Files.setLastModifiedTime(Files.createFile(folder.resolve(name)), FileTime.from(modified));
    }
}
