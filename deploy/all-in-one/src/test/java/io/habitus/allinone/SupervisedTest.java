package io.habitus.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Supervises a shell, which needs less time than a broker. */
@Timeout(120)
class SupervisedTest {

    private static final Supplier<ProcessBuilder> SHELL =
            () -> new ProcessBuilder("sh", "-c", "echo here I am; cat >/dev/null");

    @TempDir
    private Path temporary;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final AtomicInteger starts = new AtomicInteger();

    @Test
    void what_could_not_be_prepared_is_tried_again() throws Exception {
        assertThat(startedBy(() -> {
                    if (starts.incrementAndGet() == 1) {
                        throw new UncheckedIOException(
                                "cannot write the settings", new IOException("No space left on device"));
                    }
                    return SHELL.get();
                }))
                .isEqualTo(Supervisor.Outcome.READY);
        assertThat(said())
                .contains("could not be started (cannot write the settings: No space left on device), again in 1 s")
                .contains("ready after");
    }

    @Test
    void what_the_system_could_not_start_is_tried_again() throws Exception {
        assertThat(startedBy(() -> starts.incrementAndGet() == 1
                        ? new ProcessBuilder(temporary.resolve("missing").toString())
                        : SHELL.get()))
                .isEqualTo(Supervisor.Outcome.READY);
        assertThat(said()).contains("could not be started").contains("again in 1 s");
    }

    private Supervisor.Outcome startedBy(Supplier<ProcessBuilder> command) throws Exception {
        try (var folder = DataFolder.claim(temporary.resolve("data"), 0)) {
            var part = new Part(
                    "shell",
                    List.of(),
                    command,
                    new Readiness.Says("here I am"),
                    "nowhere",
                    Optional.empty(),
                    Duration.ofSeconds(5));
            var supervisor = new Supervisor(
                    folder,
                    List.of(part),
                    8080,
                    false,
                    new Screen.Terminal(new PrintStream(screen, true, StandardCharsets.UTF_8)));
            supervisor.start();
            try {
                return supervisor.awaitReady();
            } finally {
                supervisor.stopParts();
            }
        }
    }

    private String said() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
