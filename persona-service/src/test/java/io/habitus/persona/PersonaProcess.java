package io.habitus.persona;

import static org.awaitility.Awaitility.await;

import io.habitus.backends.FreePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The service as a process of its own, which can be killed as {@code kill -9} does. */
final class PersonaProcess implements AutoCloseable {

    private final String bootstrapServers;
    private final Path stateDir;
    private final int port = FreePorts.any();
    private final Asking asking = new Asking(port);
    private Process process;

    PersonaProcess(String bootstrapServers, Path stateDir) {
        this.bootstrapServers = bootstrapServers;
        this.stateDir = stateDir;
    }

    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PersonaService.class.getName(),
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                        "--persona.state-dir=" + stateDir,
                        "--persona.partitions=" + MentionsTopic.PARTITIONS)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        stateDir.resolveSibling("persona.log").toFile()))
                .start();
    }

    void awaitReady() {
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> asking.ask("/actuator/health/readiness").statusCode() == 200);
    }

    void awaitAllCounted() {
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> asking.json("/internal/status").get("lag").asLong() == 0);
    }

    Asking asking() {
        return asking;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
