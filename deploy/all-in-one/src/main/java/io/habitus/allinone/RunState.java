package io.habitus.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs, in {@code run/state.json} for the commands and for tests, and one {@code run/NAME.pid} per process. The
 * files are gone after an orderly stop; after a kill they may name processes that are no more.
 *
 * @param url where a person goes
 * @param port of the gateway
 * @param pid of the supervisor
 * @param startedAt of the supervisor, UTC
 * @param ready whether every part is ready now
 * @param apart whether each service has a process of its own
 * @param data the folder
 * @param processes in the order of their start
 */
record RunState(
        String url,
        int port,
        long pid,
        Instant startedAt,
        boolean ready,
        boolean apart,
        String data,
        List<ProcessState> processes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One process.
     *
     * @param pid of the process that does the work; 0 while there is none
     * @param startedAt of its present life, UTC; null before the first
     * @param restarts since the supervisor started
     * @param address inside, {@code host:port}; empty if nobody reaches it
     * @param log file with its newest lines
     */
    record ProcessState(
            String name,
            Supervised.State state,
            long pid,
            Instant startedAt,
            int restarts,
            String address,
            String log) {}

    void write(Path run) throws IOException {
        PrivateFiles.write(run.resolve("supervisor.pid"), pid + "\n");
        for (ProcessState process : processes) {
            Path file = run.resolve(process.name() + ".pid");
            if (process.pid() == 0) {
                Files.deleteIfExists(file);
                continue;
            }
            PrivateFiles.write(file, process.pid() + "\n");
        }
        PrivateFiles.write(
                run.resolve("state.json"), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
    }

    static void clear(Path run) {
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".pid") || file.endsWith("state.json")) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot clear " + run, refused);
        }
    }
}
