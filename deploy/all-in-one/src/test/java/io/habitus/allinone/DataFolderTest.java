package io.habitus.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temporary;

    @Test
    void a_new_folder_is_made_and_closed_to_the_eyes_of_others() throws Exception {
        Path data = temporary.resolve("new/data");

        try (DataFolder folder = DataFolder.claim(data, 0)) {
            assertThat(folder.isNew()).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                    .isEqualTo("rwx--x--x");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.part("kafka"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void a_claimed_folder_is_refused_to_a_second_one() throws Exception {
        try (DataFolder _ = DataFolder.claim(temporary, 0)) {
            assertThatThrownBy(() -> DataFolder.claim(temporary, 0))
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("Another 'habitus up' is running on " + temporary);
        }
    }

    @Test
    void a_folder_that_was_let_go_can_be_claimed_again() throws Exception {
        DataFolder.claim(temporary, 0).close();

        try (DataFolder again = DataFolder.claim(temporary, 0)) {
            assertThat(again.path()).isEqualTo(temporary);
        }
    }

    @Test
    void a_folder_with_other_things_is_refused_and_left_as_it_was() throws Exception {
        Files.createFile(temporary.resolve("holiday.jpg"));

        assertThatThrownBy(() -> DataFolder.claim(temporary, 0))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("holds other things");
        assertThat(temporary).isDirectoryNotContaining("glob:**/run");
    }

    @Test
    void a_file_is_no_folder() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataFolder.claim(file, 0))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void a_nearly_full_disk_is_refused_with_both_figures() {
        assertThatThrownBy(() -> DataFolder.claim(temporary, Long.MAX_VALUE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("is nearly full")
                .hasMessageContaining("GB are needed");
    }

    @Test
    void data_of_a_newer_format_are_refused_and_the_folder_let_go() throws Exception {
        DataFolder.claim(temporary, 0).close();
        Files.writeString(temporary.resolve("format"), "3\n");

        assertThatThrownBy(() -> DataFolder.claim(temporary, 0))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("have format 3, this Habitus reads up to 2");
        Files.writeString(temporary.resolve("format"), "2\n");
        DataFolder.claim(temporary, 0).close();
    }

    @Test
    void data_of_an_older_format_keep_their_partitions() throws Exception {
        try (DataFolder folder = DataFolder.claim(temporary, 0)) {
            assertThat(folder.partitions()).isEqualTo(4);
        }
        Files.writeString(temporary.resolve("format"), "1\n");

        try (DataFolder folder = DataFolder.claim(temporary, 0)) {
            assertThat(folder.partitions()).isEqualTo(12);
        }
        assertThat(temporary.resolve("format")).hasContent("1");
    }
}
