package io.habitus.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchDistributionTest {

    @TempDir
    private Path folder;

    @Test
    void programs_can_be_run_and_the_rest_be_read() throws Exception {
        Path zip = zip("es-1/", "es-1/bin/elasticsearch", "es-1/lib/es.jar");

        Path home =
                ElasticsearchDistribution.unpacked(zip, folder.resolve("to")).home();

        assertThat(home).isEqualTo(folder.resolve("to/es-1"));
        assertThat(home.resolve("bin/elasticsearch")).isExecutable();
        assertThat(Files.isExecutable(home.resolve("lib/es.jar"))).isFalse();
    }

    @Test
    void what_was_unpacked_before_is_left_alone() throws Exception {
        Path zip = zip("es-1/", "es-1/bin/elasticsearch");
        Path home =
                ElasticsearchDistribution.unpacked(zip, folder.resolve("to")).home();
        Path mark = Files.createFile(home.resolve("mark"));

        ElasticsearchDistribution.unpacked(zip, folder.resolve("to"));

        assertThat(mark).exists();
    }

    @Test
    void what_an_interrupted_attempt_left_behind_is_replaced() throws Exception {
        Path zip = zip("es-1/", "es-1/bin/elasticsearch");
        Files.createDirectories(folder.resolve("to/es-1.part/es-1/bin"));
        Files.createFile(folder.resolve("to/es-1.part/es-1/bin/elasticsearch"));

        Path home =
                ElasticsearchDistribution.unpacked(zip, folder.resolve("to")).home();

        assertThat(home.resolve("bin/elasticsearch")).hasContent("es-1/bin/elasticsearch");
        assertThat(folder.resolve("to/es-1.part")).doesNotExist();
    }

    @Test
    void a_zip_that_points_outside_is_refused() throws Exception {
        Path zip = zip("es-1/", "es-1/../../../evil");

        assertThatThrownBy(() -> ElasticsearchDistribution.unpacked(zip, folder.resolve("to")))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("the zip points outside of itself: es-1/../../../evil");
    }

    private Path zip(String... names) throws IOException {
        Path zip = folder.resolve("es.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    out.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
            }
        }
        return zip;
    }
}
