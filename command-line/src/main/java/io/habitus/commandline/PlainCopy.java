package io.habitus.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Packed or piped lines, plain, in an open file that nobody has to delete: it loses its name as soon as it is open, so
 * that nothing stays behind however the program ends. Where a file cannot lose its name while it is open, it is deleted
 * when it is closed.
 */
final class PlainCopy {

    /**
     * @param stored plain or gzip
     * @param folder where there is room
     */
    static FileChannel of(InputStream stored, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "habitus-replay", ".ndjson");
        var copy = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try (InputStream in = ImportFile.unpacked(stored)) {
            // Closing this would close the copy; it buffers nothing.
            OutputStream out = Channels.newOutputStream(copy);
            in.transferTo(out);
            return copy;
        } catch (IOException broken) {
            copy.close();
            throw broken;
        }
    }

    private PlainCopy() {}
}
