package io.habitus.allinone;

import java.io.IOException;
import java.nio.file.Files;
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
            if (libraries.stream().anyMatch(library -> isNewer(library, written))) {
                Files.delete(archive);
            }
        } catch (IOException _) {
            // There is none yet, or it is another user's: a start without it only takes longer.
        }
        return archive;
    }

    private static boolean isNewer(Path library, FileTime written) {
        try {
            return Files.getLastModifiedTime(library).compareTo(written) > 0;
        } catch (IOException _) {
            // An entry of the class path that does not exist.
            return false;
        }
    }

    private ClassArchive() {}
}
