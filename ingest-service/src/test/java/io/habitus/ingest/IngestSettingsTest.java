package io.habitus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class IngestSettingsTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues("ingest.pseudonym-key-file=/keys/p", "ingest.origin-key-file=/keys/o");

    @EnableConfigurationProperties(IngestSettings.class)
    static class Settings {}

    @Test
    void what_is_not_set_has_a_default() {
        service.run(context -> assertThat(context.getBean(IngestSettings.class))
                .isEqualTo(new IngestSettings(
                        Path.of("/keys/p"),
                        Path.of("/keys/o"),
                        12,
                        (short) 1,
                        Duration.ofSeconds(60),
                        4096,
                        262_144,
                        32,
                        4)));
    }

    @Test
    void a_misspelt_setting_stops_the_service() {
        service.withPropertyValues("ingest.patiense=5s").run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .rootCause()
                .hasMessageContaining("ingest.patiense"));
    }

    @Test
    void a_missing_key_file_stops_the_service() {
        new ApplicationContextRunner().withUserConfiguration(Settings.class).run(context -> assertThat(context)
                .hasFailed());
    }

    @Test
    void a_partition_count_of_zero_stops_the_service() {
        service.withPropertyValues("ingest.partitions=0")
                .run(context -> assertThat(context).hasFailed());
    }
}
