package io.habitus.endtoend.running;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One long import through a pipe, whose lines come when the test lets them. */
public final class Feed implements AutoCloseable {

    private static final int DONE = 0;
    private static final int SOME_REFUSED = 3;

    private final Process command;
    private final BufferedWriter in;
    private final Path said;
    private final Path refused;
    private final Iterator<String> lines;

    /** Begins an import of these lines; none is sent yet. */
    public Feed(RunningHabitus habitus, Project project, Iterator<String> lines) {
        this.lines = lines;
        try {
            said = Files.createTempFile("habitus", ".import");
            refused = said.resolveSibling(said.getFileName() + ".refused");
            command = new ProcessBuilder(Program.commandLine(
                            "import",
                            "-",
                            "--json",
                            "--data",
                            habitus.data().toString(),
                            "--project",
                            project.id(),
                            "--refused",
                            refused.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            in = new BufferedWriter(new OutputStreamWriter(command.getOutputStream(), StandardCharsets.UTF_8), 1 << 16);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Sends at most so many more lines; blocks while the import cannot take them. */
    public void send(int count) {
        try {
            for (int i = 0; i < count && lines.hasNext(); i++) {
                in.write(lines.next());
                in.write('\n');
            }
            in.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException("the import ended: " + said(), broken);
        }
    }

    public boolean isEmpty() {
        return !lines.hasNext();
    }

    /** Ends the stream and waits until the import has settled everything; returns its summary. */
    public JsonNode finish() {
        try {
            in.close();
            if (!command.waitFor(3, TimeUnit.MINUTES)
                    || !List.of(DONE, SOME_REFUSED).contains(command.exitValue())) {
                throw new AssertionError("the import did not end well: " + said());
            }
            return JsonMapper.shared().readTree(said());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        command.destroyForcibly();
        try {
            Files.deleteIfExists(said);
            Files.deleteIfExists(refused);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String said() {
        try {
            return Files.readString(said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
