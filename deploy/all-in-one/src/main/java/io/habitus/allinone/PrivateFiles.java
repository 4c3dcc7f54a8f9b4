package io.habitus.allinone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner may open. */
final class PrivateFiles {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFiles() {}

    /** Makes the folder if it is missing, and closes it to others in either case. */
    static Path folder(Path path) throws IOException {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, FOLDER);
        return path;
    }

    /** Writes the file whole or not at all, and never readable by others, not even for a moment. */
    static void write(Path path, String text) throws IOException {
        Path aside = path.resolveSibling(path.getFileName() + ".part");
        Files.deleteIfExists(aside);
        Files.createFile(aside, FILE);
        Files.write(aside, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.SYNC);
        Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
