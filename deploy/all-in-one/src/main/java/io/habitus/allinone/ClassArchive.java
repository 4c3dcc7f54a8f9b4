package io.habitus.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * What a JVM has read of our classes, kept for the next start of the same part: reading classes is half of a start. The
 * first process that ends in order writes it.
 */
final class ClassArchive {

    /**
     * Where it is, or will be. One that is older than the program is removed: the JVM would neither use nor replace it.
     *
     * @param libraries of which the program consists
     */
    static Path of(String part, Path folder, List<Path> libraries) {
        Path archive = folder.resolve(part + ".jsa");
        try {
            FileTime written = Files.getLastModifiedTime(archive);
            for (Path library : libraries) {
                if (Files.getLastModifiedTime(library).compareTo(written) > 0) {
                    Files.delete(archive);
                    break;
                }
            }
        } catch (NoSuchFileException _) {
            // The next end in order will write it.
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look at " + archive, unreadable);
        }
        return archive;
    }

    private ClassArchive() {}
}
