package io.habitus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class GatewaySettingsTest {

    private final ApplicationContextRunner gateway = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class)
            .withPropertyValues("gateway.origin-key-file=origin.key");

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(GatewaySettings.class)
    static class Settings {}

    @Test
    void only_the_key_file_must_be_named() {
        gateway.run(context -> assertThat(context.getBean(GatewaySettings.class))
                .isEqualTo(new GatewaySettings(
                        URI.create("http://127.0.0.1:8081"),
                        URI.create("http://127.0.0.1:8082"),
                        URI.create("http://127.0.0.1:8083"),
                        Path.of("origin.key"),
                        null,
                        (short) 1,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        128,
                        50,
                        Duration.ofHours(12),
                        ZoneId.of("Europe/Berlin"))));
    }

    @Test
    void a_misspelt_key_stops_the_start() {
        gateway.withPropertyValues("gateway.sesion-life=1h")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void a_hash_that_is_none_stops_the_start() {
        gateway.withPropertyValues("gateway.admin-key-sha256=secret")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void a_missing_key_file_is_named() {
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .run(context ->
                        assertThat(context).getFailure().rootCause().message().contains("originKeyFile"));
    }
}
