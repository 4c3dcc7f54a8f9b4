package io.habitus.bench;

import io.habitus.allinone.Up;
import io.habitus.backends.ElasticsearchDistribution;
import io.habitus.backends.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Habitus of our own, started as the script starts one. It stops when it is told to, and also when we end in whatever
 * way: its standard input, which nobody writes to, ends with us.
 */
final class OwnHabitus implements AutoCloseable {

    /** Ends {@code up} in order when standard input ends. Ctrl-C is for us alone: a second one would kill it. */
    private static final String UNTIL_WE_END = """
            trap '' INT HUP
            exec 3<&0 </dev/null
            "$@" 3<&- &
            up=$!
            (while read -r _; do :; done; kill -TERM "$up") <&3 2>/dev/null &
            watcher=$!
            exec 3<&-
            wait "$up"; status=$?
            kill "$watcher" 2>/dev/null
            exit "$status"
            """;

    private static final Duration START_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Process process;
    private final Path data;
    private final Path said;

    private OwnHabitus(Process process, Path data, Path said) {
        this.process = process;
        this.data = data;
        this.said = said;
    }

    /**
     * Starts one; {@link #awaitReady} waits until it can be used.
     *
     * @param program the folder that all-in-one assembled
     * @param scratch where its data and what it says go
     * @param options of {@code up}, beyond folder and port
     */
    static OwnHabitus started(Path program, Scratch scratch, String... options) {
        Path data = scratch.resolve("data");
        Path said = scratch.resolve("up.log");
        var command = new ArrayList<>(List.of("sh", "-c", UNTIL_WE_END, "sh"));
        command.addAll(up(program, data));
        command.addAll(List.of(options));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            return new OwnHabitus(process, data, said);
        } catch (IOException impossible) {
            throw new Refused("Habitus cannot be started: " + impossible.getMessage() + ".", impossible);
        }
    }

    private static List<String> up(Path program, Path data) {
        Path libraries = program.resolve("lib");
        if (!Files.isDirectory(libraries)) {
            throw new Refused("Nothing is built in " + program + ": start with the script habitus, which builds it.");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + ElasticsearchDistribution.ZIP_PROPERTY + "=" + program.resolve("elasticsearch.zip"),
                "-cp",
                libraries + "/*",
                Up.class.getName(),
                "--data",
                data.toString(),
                "--port",
                Integer.toString(FreePorts.any()));
    }

    /** @throws Refused if it does not start, with what it said */
    void awaitReady() {
        long until = System.nanoTime() + START_WITHIN.toNanos();
        while (!state().path("ready").asBoolean(false)) {
            if (!process.isAlive()) {
                throw new Refused("Habitus does not start: " + lastSaid());
            }
            if (System.nanoTime() > until) {
                throw new Refused("Habitus was not ready within " + START_WITHIN.toMinutes() + " minutes.");
            }
            Pause.of(LOOK);
        }
    }

    /** The door, as its admin. */
    Door door() {
        try {
            var key = Files.readString(data.resolve("admin.key")).strip();
            return new Door(URI.create(state().path("url").asString()), key);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path data() {
        return data;
    }

    /** Where clients of the broker connect. */
    String broker() {
        return address("broker");
    }

    URI elasticsearch() {
        return URI.create("http://" + address("elasticsearch"));
    }

    /** The process ids by name, in the order of their start; the supervisor is one of them. */
    Map<String, Long> processes() {
        var processes = new LinkedHashMap<String, Long>();
        JsonNode state = state();
        state.path("processes").forEach(one -> {
            if (one.path("pid").asLong() > 0) {
                processes.put(one.path("name").asString(), one.path("pid").asLong());
            }
        });
        processes.put("supervisor", state.path("pid").asLong());
        return processes;
    }

    /** @throws Refused if a part died: what was measured then is no figure */
    void requireSteady() {
        state().path("processes").forEach(one -> {
            if (one.path("restarts").asInt() > 0) {
                throw new Refused("The part " + one.path("name").asString()
                        + " died while it was measured and was started again: there is no figure.");
            }
        });
    }

    /** Forgets every post and keeps the keys, so that the next start begins anew and gives posts the same ids. */
    void forgetPosts() {
        try {
            for (String part : List.of("kafka", "elasticsearch", "analysis", "persona")) {
                Scratch.delete(data.resolve(part));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Stops it in order; kills what has not ended in time. */
    @Override
    public synchronized void close() {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> family = process.descendants().toList();
        try {
            process.getOutputStream().close();
            process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException broken) {
            // Then its input has ended all the same.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        family.forEach(member -> member.onExit().join());
    }

    private String address(String part) {
        for (JsonNode one : state().path("processes")) {
            if (one.path("name").asString().equals(part)) {
                return one.path("address").asString();
            }
        }
        throw new IllegalStateException("no part " + part);
    }

    private JsonNode state() {
        Path state = data.resolve("run/state.json");
        try {
            return Files.exists(state)
                    ? JsonMapper.shared().readTree(Files.readAllBytes(state))
                    : JsonMapper.shared().createObjectNode();
        } catch (IOException | JacksonException halfWritten) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private String lastSaid() {
        try {
            List<String> lines = Files.readAllLines(said);
            return lines.isEmpty() ? "it says nothing." : lines.getLast();
        } catch (IOException unreadable) {
            return "what it says cannot be read.";
        }
    }
}
