package io.habitus.allinone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes that a supervisor which was killed has left behind. They are ending by themselves; here we see to it. */
final class Orphans {

    private final DataFolder folder;
    private final Screen screen;

    Orphans(DataFolder folder, Screen screen) {
        this.folder = folder;
        this.screen = screen;
    }

    /**
     * Returns when none is left. The folder must be claimed, so that whoever is named in it belongs to nobody.
     *
     * @param within how long they may take to end by themselves before they are killed
     */
    void end(Duration within) {
        List<ProcessHandle> left = find();
        if (left.isEmpty()) {
            return;
        }
        screen.line("Waiting for " + left.size() + " processes of the last run to end.");
        CompletableFuture<Void> gone =
                CompletableFuture.allOf(left.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            gone.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            left.forEach(ProcessHandle::destroyForcibly);
            gone.join();
        } catch (java.util.concurrent.ExecutionException impossible) {
            throw new IllegalStateException("waiting for processes to end failed", impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ProcessHandle> find() {
        List<ProcessHandle> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.run())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".pid")) {
                    process(file).filter(this::isOurs).ifPresent(found::add);
                }
            }
        } catch (IOException unreadable) {
            throw new Refused("The folder " + folder.run() + " cannot be read: " + unreadable, unreadable);
        }
        return found;
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        String text = Files.readString(pidFile).strip();
        return text.matches("[0-9]{1,10}") ? ProcessHandle.of(Long.parseLong(text)) : Optional.empty();
    }

    /** The number may have been given to somebody else since: ours have the folder in their command line. */
    private boolean isOurs(ProcessHandle process) {
        return process.pid() != ProcessHandle.current().pid()
                && commandLine(process).contains(folder.path().toString());
    }

    private static String commandLine(ProcessHandle process) {
        Path whole = Path.of("/proc/" + process.pid() + "/cmdline");
        try {
            if (Files.exists(whole)) {
                return Files.readString(whole, StandardCharsets.ISO_8859_1);
            }
        } catch (IOException _) {
            // It ended just now.
            return "";
        }
        return process.info().commandLine().orElse("");
    }
}
