package io.habitus.commandline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Until when the posts of the demo have arrived, on disk. */
final class DemoPlace {

    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(1);

    private final Path file;
    private Instant noted = Instant.MIN;

    DemoPlace(Path file) {
        this.file = file;
    }

    /** Nothing if there was no demo here yet, or its note cannot be read. */
    Optional<Instant> until() {
        try {
            return Files.exists(file)
                    ? Optional.of(Instant.parse(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** For whoever comes often. */
    void keepNowAndThen(Instant until) {
        if (!Instant.now().isBefore(noted.plus(BETWEEN_NOTES))) {
            keep(until);
        }
    }

    /** Notes it, unless nothing has arrived yet. */
    void keep(Instant until) {
        if (until.equals(Instant.MIN)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, until + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            noted = Instant.now();
        } catch (IOException failed) {
            throw new CannotDo(
                    "The place of the demo cannot be noted in " + file + ": " + failed.getMessage() + ".", failed);
        }
    }
}
