package io.habitus.endtoend.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names of posts inside an installation, computed from its key as the documents describe it. */
public final class Pseudonyms {

    private final byte[] key;
    private final String project;

    private Pseudonyms(byte[] key, String project) {
        this.key = key;
        this.project = project;
    }

    public static Pseudonyms of(RunningHabitus habitus, Project project) {
        Path file = habitus.data().resolve("secrets/pseudonym.key");
        try {
            return new Pseudonyms(
                    Base64.getDecoder().decode(Files.readString(file).strip()), project.id());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String post(String source, String nativeId) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] hash = mac.doFinal(
                    ("post\n" + project + "\n" + source + "\n" + nativeId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
