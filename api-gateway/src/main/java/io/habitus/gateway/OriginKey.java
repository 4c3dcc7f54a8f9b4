package io.habitus.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The secret of this installation that ingest-service seals origins with. */
final class OriginKey {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private OriginKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads it.
     *
     * @throws IllegalStateException if there is no such file or it holds no such key
     */
    static OriginKey read(Path file) {
        try {
            var bytes = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (bytes.length == LENGTH) {
                return new OriginKey(bytes);
            }
            throw new IllegalStateException(
                    "The key file " + file + " must hold " + LENGTH + " bytes in Base64, not " + bytes.length + ".");
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("The key file " + file + " cannot be read.", unreadable);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
