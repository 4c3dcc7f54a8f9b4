package io.habitus.allinone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The keys of one installation, each in a file that only its owner may read. Made at the first start, never again:
 * with another key every person and post would be somebody else.
 *
 * @param pseudonyms file; turns people and posts into pseudonyms
 * @param origins file; encrypts who wrote a post, and where
 * @param projects file; gives each project pseudonyms of its own
 * @param adminKey the key of the first person
 */
record Secrets(Path pseudonyms, Path origins, Path projects, String adminKey) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 8;
    private static final int KEY_BYTES = 32;

    /** @throws Refused if one is missing although there are data that were made with it */
    static Secrets of(DataFolder folder) {
        Path secrets = folder.part("secrets");
        try {
            Path adminKey = folder.path().resolve("admin.key");
            if (!Files.exists(adminKey)) {
                PrivateFiles.write(adminKey, newKey() + "\n");
            }
            return new Secrets(
                    key(secrets.resolve("pseudonym.key"), folder),
                    key(secrets.resolve("origin.key"), folder),
                    key(secrets.resolve("project.key"), folder),
                    Files.readString(adminKey).strip());
        } catch (IOException refused) {
            throw new Refused("The keys in " + secrets + " cannot be read or written: " + refused, refused);
        }
    }

    /** What the gateway knows the admin key by: SHA-256 of the whole key, 64 hexadecimal digits. */
    String adminKeySha256() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(adminKey.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }

    private static Path key(Path file, DataFolder folder) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        if (!folder.isNew()) {
            throw new Refused(
                    "The key " + file + " is missing, and the data in " + folder.path()
                            + " cannot be continued without it: bring it back from a backup, or start a new folder with --data.");
        }
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        PrivateFiles.write(file, Base64.getEncoder().encodeToString(key) + "\n");
        return file;
    }

    private static String newKey() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_LETTERS.charAt(RANDOM.nextInt(ID_LETTERS.length())));
        }
        byte[] secret = new byte[KEY_BYTES];
        RANDOM.nextBytes(secret);
        return "hab_" + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    @Override
    public String toString() {
        return "Secrets[" + pseudonyms.getParent() + "]";
    }
}
