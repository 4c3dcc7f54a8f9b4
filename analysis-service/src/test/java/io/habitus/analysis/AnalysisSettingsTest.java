package io.habitus.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AnalysisSettingsTest {

    @EnableConfigurationProperties(AnalysisSettings.class)
    static final class Settings {}

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues("analysis.project-key-file=key", "analysis.state-dir=state");

    @Test
    void two_files_are_enough() {
        context.run(started -> assertThat(started.getBean(AnalysisSettings.class))
                .isEqualTo(new AnalysisSettings(
                        12, 1, 2, Path.of("key"), URI.create("http://127.0.0.1:9200"), Path.of("state"), 1, 100_000)));
    }

    @Test
    void a_misspelling_stops_the_service() {
        context.withPropertyValues("analysis.elastisearch=http://127.0.0.1:9201")
                .run(started -> assertThat(started).getFailure().rootCause().hasMessageContaining("elastisearch"));
    }

    @Test
    void what_makes_no_sense_stops_the_service() {
        context.withPropertyValues("analysis.partitions=0")
                .run(started -> assertThat(started).getFailure().rootCause().hasMessageContaining("partitions"));
    }
}
