package io.habitus.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.util.unit.DataSize;

class PersonaSettingsTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Settings.class, ValidationAutoConfiguration.class);

    @EnableConfigurationProperties(PersonaSettings.class)
    static class Settings {}

    @Test
    void only_the_folder_has_to_be_given() {
        service.withPropertyValues("persona.state-dir=/var/lib/habitus/persona")
                .run(context -> assertThat(context.getBean(PersonaSettings.class))
                        .isEqualTo(new PersonaSettings(
                                Path.of("/var/lib/habitus/persona"),
                                12,
                                (short) 1,
                                2,
                                Duration.ofSeconds(3),
                                DataSize.ofMegabytes(64))));
    }

    @Test
    void a_misspelt_setting_stops_the_service() {
        service.withPropertyValues("persona.state-dir=/tmp", "persona.replicaton=3")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void without_a_folder_it_does_not_start() {
        service.run(context -> assertThat(context).hasFailed());
    }

    @Test
    void what_cannot_be_stops_the_service() {
        service.withPropertyValues("persona.state-dir=/tmp", "persona.threads=0")
                .run(context -> assertThat(context).hasFailed());
    }
}
