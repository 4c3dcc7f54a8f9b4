package io.habitus.ingest;

import io.habitus.ingest.privacy.InstallationKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;

/** The two keys of an installation that tests know: all bytes 1, and all bytes 2. */
public final class InstallationKeyFiles {

    public static final byte[] PSEUDONYM_KEY = filled(1);
    public static final byte[] ORIGIN_KEY = filled(2);

    /** Reads them back from files, as the service does. */
    public static InstallationKeys keys() {
        try {
            Path folder = Files.createTempDirectory("habitus-keys");
            return InstallationKeys.read(
                    write(folder.resolve("pseudonym.key"), PSEUDONYM_KEY),
                    write(folder.resolve("origin.key"), ORIGIN_KEY));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Path write(Path file, byte[] key) throws IOException {
        return Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
    }

    private static byte[] filled(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }

    private InstallationKeyFiles() {}
}
