package io.habitus.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder for one run, gone afterwards. */
final class Scratch implements AutoCloseable {

    /** What one post takes on disk at most, in the log, the index, the stores and as a ready-made document. */
    private static final long BYTES_PER_POST = 16_000;

    private static final long NEEDED_BYTES = 3_000_000_000L;
    private static final int ATTEMPTS = 20;
    private static final long BETWEEN_ATTEMPTS_MILLIS = 100;

    private final Path path;

    private Scratch(Path path) {
        this.path = path;
    }

    /**
     * Makes a new one below this folder.
     *
     * @param posts that shall have room in it
     * @throws Refused if it cannot be made, or the disk is too full
     */
    static Scratch below(Path folder, long posts) {
        try {
            Files.createDirectories(folder);
            long needed = NEEDED_BYTES + posts * BYTES_PER_POST;
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < needed) {
                throw new Refused("The disk of %s is too full: %.1f GB are free, %.1f GB are needed for %,d posts."
                        .formatted(folder, free / 1e9, needed / 1e9, posts));
            }
            Path made = Files.createTempDirectory(folder, "habitus-bench-");
            // Elasticsearch may have to run as somebody else, who must get through.
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx--x--x"));
            return new Scratch(made);
        } catch (IOException unwritable) {
            throw new Refused(
                    "There is no room to measure in: " + folder + " cannot be written ("
                            + unwritable.getClass().getSimpleName() + "); choose another folder with --folder.",
                    unwritable);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Deletes it with all that is in it, also what somebody is still writing while they end. */
    @Override
    public void close() {
        IOException last = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                delete(path);
                return;
            } catch (IOException notEmpty) {
                last = notEmpty;
                rest();
            }
        }
        throw new Refused("The folder " + path + " could not be deleted; delete it by hand.", last);
    }

    /** Deletes a folder and all that is in it; nothing happens if it is not there. */
    static void delete(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path done, IOException failure) throws IOException {
                    Files.deleteIfExists(done);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException alreadyGone) {
            // Then there is nothing to delete.
        }
    }

    private static void rest() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
