package io.habitus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_kept_is_closed_the_newest_first_and_none_is_forgotten_when_one_fails() {
        var closed = new ArrayList<String>();
        try (var leaving = new Leaving()) {
            leaving.keep(() -> closed.add("folder"));
            leaving.keep(() -> {
                throw new IOException("does not want to");
            });
            leaving.keep(() -> closed.add("process"));
        }

        assertThat(closed).containsExactly("process", "folder");
    }

    @Test
    void what_comes_too_late_is_closed_at_once() {
        var closed = new ArrayList<String>();
        var leaving = new Leaving();
        leaving.close();

        assertThatThrownBy(() -> leaving.keep(() -> closed.add("late"))).isInstanceOf(Refused.class);
        assertThat(closed).containsExactly("late");
    }

    @Test
    void a_folder_goes_with_all_that_is_in_it() throws IOException {
        Scratch scratch = Scratch.below(folder, 1);
        Files.createDirectories(scratch.resolve("a/b"));
        Files.writeString(scratch.resolve("a/b/c"), "c");

        scratch.close();

        assertThat(folder).isEmptyDirectory();
    }
}
