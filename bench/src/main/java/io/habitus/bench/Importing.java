package io.habitus.bench;

import io.habitus.commandline.Main;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;

/** Posts in files, imported by the command {@code import} as a person does it; two at once, so that it is not the import that is measured. */
record Importing(List<Path> files) {

    private static final int AT_ONCE = 2;

    /** Writes the next so many lines, in turn. */
    static Importing written(Iterator<byte[]> lines, int count, Scratch scratch, String name) {
        List<Path> files = List.of(scratch.resolve(name + "-1.ndjson"), scratch.resolve(name + "-2.ndjson"));
        try (OutputStream first = opened(files.getFirst());
                OutputStream second = opened(files.getLast())) {
            for (int i = 0; i < count; i++) {
                OutputStream file = i % AT_ONCE == 0 ? first : second;
                file.write(lines.next());
                file.write('\n');
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Importing(files);
    }

    /** Returns when the door has settled all lines. */
    void run(Path data) {
        RawBulk.together(files.stream()
                .map(file -> (Callable<Void>) () -> {
                    run(file, data);
                    return null;
                })
                .toList());
    }

    private static void run(Path file, Path data) {
        var err = new ByteArrayOutputStream();
        int status = Main.run(
                OutputStream.nullOutputStream(), err, "import", file.toString(), "--json", "--data", data.toString());
        if (status != 0) {
            throw new Refused("Posts could not be imported: "
                    + err.toString(StandardCharsets.UTF_8).strip());
        }
    }

    private static OutputStream opened(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }
}
