package io.habitus.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    private Path temporary;

    @Test
    void ports_stay_the_same_over_starts() {
        Path file = temporary.resolve("ports.properties");

        assertThat(Ports.of(file)).isEqualTo(Ports.of(file));
    }

    @Test
    void only_the_port_that_somebody_else_took_is_chosen_anew() {
        Path file = temporary.resolve("ports.properties");
        Ports before = Ports.of(file);

        Ports after = Ports.of(file, port -> port != before.broker());

        assertThat(after.broker()).isNotEqualTo(before.broker());
        assertThat(after.elasticsearch()).isEqualTo(before.elasticsearch());
        assertThat(after.persona()).isEqualTo(before.persona());
    }

    @Test
    void no_port_is_given_twice() throws Exception {
        Path file = temporary.resolve("ports.properties");
        Files.writeString(
                file, "broker=20001\nelasticsearch=20001\ningest-service=nonsense\nanalysis-service=99999999\n");

        Ports ports = Ports.of(file, _ -> true);

        assertThat(ports.broker()).isEqualTo(20_001);
        assertThat(List.of(
                        ports.broker(),
                        ports.controller(),
                        ports.elasticsearch(),
                        ports.elasticsearchTransport(),
                        ports.ingest(),
                        ports.analysis(),
                        ports.persona()))
                .doesNotHaveDuplicates();
    }
}
