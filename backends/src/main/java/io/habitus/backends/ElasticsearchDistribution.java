package io.habitus.backends;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An unpacked Elasticsearch, never written to: configuration, data and logs lie elsewhere.
 *
 * @param home the folder with {@code bin} and {@code lib}
 */
public record ElasticsearchDistribution(Path home) {

    /** The system property that names the official distribution zip; Maven sets it for every test. */
    public static final String ZIP_PROPERTY = "habitus.elasticsearch.zip";

    /**
     * The content of the zip below {@code folder}: unpacked now, or long ago by this or another process.
     *
     * @throws UncheckedIOException if the zip cannot be read or the folder not be written
     */
    public static ElasticsearchDistribution unpacked(Path zip, Path folder) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                return unpackedAlone(zip, folder);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot unpack " + zip + " into " + folder, unreadable);
        }
    }

    private static ElasticsearchDistribution unpackedAlone(Path zip, Path folder) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            String root =
                    Path.of(file.entries().nextElement().getName()).getName(0).toString();
            Path home = folder.resolve(root);
            if (Files.isDirectory(home)) {
                return new ElasticsearchDistribution(home);
            }
            // Unpacked aside and moved at the end: a home that is there is complete.
            Path aside = folder.resolve(root + ".part");
            delete(aside);
            for (ZipEntry entry : (Iterable<ZipEntry>) file.stream().map(e -> (ZipEntry) e)::iterator) {
                Path target = aside.resolve(entry.getName()).normalize();
                if (!target.startsWith(aside)) {
                    throw new IOException("the zip points outside of itself: " + entry.getName());
                }
                unpack(file, entry, target);
            }
            Files.move(aside.resolve(root), home, StandardCopyOption.ATOMIC_MOVE);
            delete(aside);
            return new ElasticsearchDistribution(home);
        }
    }

    private static void unpack(ZipFile file, ZipEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            makeFolder(target);
            return;
        }
        makeFolder(target.getParent());
        try (InputStream content = file.getInputStream(entry)) {
            Files.copy(content, target);
        }
        // Readable by the unprivileged user, whatever our umask is.
        boolean program = target.getParent().endsWith("bin");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
