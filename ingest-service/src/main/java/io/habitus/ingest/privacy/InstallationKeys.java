package io.habitus.ingest.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.json.JsonFactory;

/** The two keys of this installation, each a file with 32 random bytes in Base64, made once and never changed. */
public final class InstallationKeys {

    private static final int BYTES = 32;

    private final SecretKey pseudonyms;
    private final SecretKey origins;
    private final SecureRandom random = new SecureRandom();
    private final JsonFactory json = new JsonFactory();

    private InstallationKeys(SecretKey pseudonyms, SecretKey origins) {
        this.pseudonyms = pseudonyms;
        this.origins = origins;
    }

    /**
     * Reads both.
     *
     * @throws IllegalStateException if one is missing or is not such a key
     */
    public static InstallationKeys read(Path pseudonyms, Path origins) {
        return new InstallationKeys(
                new SecretKeySpec(bytesOf(pseudonyms), Pseudonyms.ALGORITHM),
                new SecretKeySpec(bytesOf(origins), "AES"));
    }

    /** Makes pseudonyms, for one thread. */
    public Pseudonyms names() {
        return new Pseudonyms(pseudonyms);
    }

    /** Seals origins, for one thread. */
    public OriginSeal seal() {
        return new OriginSeal(origins, random, json);
    }

    private static byte[] bytesOf(Path file) {
        byte[] key;
        try {
            key = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException("the key file " + file + " cannot be read", unreadable);
        }
        if (key.length != BYTES) {
            throw new IllegalStateException(
                    "the key file " + file + " must hold " + BYTES + " bytes in Base64, not " + key.length);
        }
        return key;
    }
}
