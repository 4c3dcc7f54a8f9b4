package io.habitus.allinone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of one Habitus: everything it knows. Ours alone until closed, also against other processes; the lock goes
 * with the process, however it ends.
 */
final class DataFolder implements AutoCloseable {

    /** Of a new folder. Grows when a newer Habitus could not be followed by an older one on the same data. */
    private static final String FORMAT = "2";

    /**
     * Into how many partitions the topics of a folder are cut, which is fixed once they are made, by the folder's format.
     * Each costs every commit a marker and every store a database; four are work for twice as many threads as a service has
     * on one machine.
     */
    private static final Map<String, Integer> PARTITIONS = Map.of("1", 12, FORMAT, 4);

    private final Path path;
    private final FileChannel lockFile;
    private int partitions = PARTITIONS.get(FORMAT);

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder if it is missing, and claims it.
     *
     * @param neededBytes of free space on its disk
     * @throws Refused if it is not ours, claimed by another process, not writable, or its disk is full
     */
    static DataFolder claim(Path folder, long neededBytes) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            refuseForeign(path);
            open(path);
            refuseFullDisk(path, neededBytes);
            DataFolder claimed = new DataFolder(path, lock(path));
            claimed.checkFormat();
            return claimed;
        } catch (IOException unwritable) {
            throw new Refused(
                    "The data folder " + path + " cannot be written (" + reason(unwritable)
                            + "): choose another one with --data.",
                    unwritable);
        }
    }

    Path path() {
        return path;
    }

    /** A folder of one part, closed to other users. */
    Path part(String name) {
        try {
            return PrivateFiles.folder(path.resolve(name));
        } catch (IOException unwritable) {
            throw new Refused(
                    "The folder " + path.resolve(name) + " cannot be made: " + reason(unwritable), unwritable);
        }
    }

    /** What is true only while it runs: ports, process ids, the state. */
    Path run() {
        return path.resolve("run");
    }

    Path logs() {
        return part("logs");
    }

    /** Into how many partitions its wide topics are cut. */
    int partitions() {
        return partitions;
    }

    /** Whether a Habitus has written here before. */
    boolean isNew() {
        return !Files.exists(path.resolve("kafka"));
    }

    /** Bytes that may still be written to its disk. */
    long freeBytes() throws IOException {
        return Files.getFileStore(path).getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static void refuseForeign(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new Refused(path + " is not a folder: choose another one with --data.");
        }
        if (Files.exists(path.resolve("format"))) {
            return;
        }
        try (Stream<Path> content = Files.list(path)) {
            if (content.anyMatch(entry -> !entry.endsWith("run"))) {
                throw new Refused(
                        path + " holds other things than a Habitus: choose an empty or a new folder with --data.");
            }
        }
    }

    private static void open(Path path) throws IOException {
        if (!Files.exists(path)) {
            Files.createDirectories(path);
            // Others may pass, since Elasticsearch may have to run as somebody else, but not look around.
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
        }
        PrivateFiles.folder(path.resolve("run"));
    }

    private static void refuseFullDisk(Path path, long neededBytes) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < neededBytes) {
            throw new Refused("The disk of " + path + " is nearly full: " + gigabytes(free) + " are free, "
                    + gigabytes(neededBytes) + " are needed. Make room, or choose another folder with --data.");
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // Another supervisor in this same JVM, as in tests: the same answer.
        }
        channel.close();
        throw new Refused("Another 'habitus up' is running on " + path
                + ": stop it first (Ctrl-C in its terminal), or choose another folder with --data.");
    }

    private void checkFormat() throws IOException {
        Path file = path.resolve("format");
        if (!Files.exists(file)) {
            PrivateFiles.write(file, FORMAT + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            return;
        }
        String found = Files.readString(file).strip();
        if (!PARTITIONS.containsKey(found)) {
            close();
            throw new Refused("The data in " + path + " have format " + found + ", this Habitus reads up to " + FORMAT
                    + ": use the version that wrote them, or choose another folder with --data.");
        }
        partitions = PARTITIONS.get(found);
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName().replace("Exception", "") + ": " + failure.getMessage();
    }
}
