package io.habitus.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One process of a Habitus: how it starts, when it is ready, how long it may take to end. Every part ends by itself when
 * its standard input ends.
 *
 * @param name on the screen, in the state and of its log
 * @param needs the names of parts that must have been ready before it is started the first time
 * @param command makes a fresh command for every start
 * @param readiness when it can do its work
 * @param address where it is reached inside, as {@code host:port}; empty if nobody reaches it
 * @param pidFile where it writes the process that does its work, if that is not the process we start
 * @param stopWithin after that it is killed
 */
record Part(
        String name,
        List<String> needs,
        Supplier<ProcessBuilder> command,
        Readiness readiness,
        String address,
        Optional<Path> pidFile,
        Duration stopWithin) {

    Part {
        needs = List.copyOf(needs);
    }

    /** The process that does its work; before it has written itself down, the one we started. */
    long pidOf(Process process) {
        if (pidFile.isEmpty()) {
            return process.pid();
        }
        try {
            String text = Files.readString(pidFile.get()).strip();
            return text.isEmpty() ? process.pid() : Long.parseLong(text);
        } catch (NoSuchFileException _) {
            return process.pid();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + pidFile.get(), unreadable);
        }
    }
}
