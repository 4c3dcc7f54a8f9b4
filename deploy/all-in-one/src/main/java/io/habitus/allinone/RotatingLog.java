package io.habitus.allinone;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log file of bounded size: {@code x.log}, and before it {@code x.1.log} to {@code x.4.log}. */
final class RotatingLog implements AutoCloseable {

    private static final int KEPT = 4;

    private final Path folder;
    private final String name;
    private final long bytesPerFile;
    private OutputStream out;
    private long size;

    /** @param bytesPerFile a file that has reached it is put aside; a single longer line makes it longer */
    RotatingLog(Path folder, String name, long bytesPerFile) {
        this.folder = folder;
        this.name = name;
        this.bytesPerFile = bytesPerFile;
    }

    /** Where the newest lines are. */
    Path file() {
        return folder.resolve(name + ".log");
    }

    void write(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (out == null) {
            size = Files.exists(file()) ? Files.size(file()) : 0;
            open();
        }
        if (size > 0 && size + bytes.length > bytesPerFile) {
            rotate();
        }
        out.write(bytes);
        size += bytes.length;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }

    private void open() throws IOException {
        out = Files.newOutputStream(file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        close();
        for (int age = KEPT - 1; age >= 1; age--) {
            Path younger = older(age);
            if (Files.exists(younger)) {
                Files.move(younger, older(age + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file(), older(1), StandardCopyOption.REPLACE_EXISTING);
        size = 0;
        open();
    }

    private Path older(int age) {
        return folder.resolve(name + "." + age + ".log");
    }
}
