package io.habitus.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The folder {@code habitus up} keeps everything in, as far as the commands look into it. */
record DataFolder(Path path) {

    private static final String STANDARD_DOOR = "http://127.0.0.1:8080";

    /** Where the running Habitus of this folder listens, else the standard door. */
    URI door() {
        JsonNode state = state();
        if (state.hasNonNull("url")) {
            return URI.create(state.get("url").asString());
        }
        if (state.hasNonNull("port")) {
            return URI.create("http://127.0.0.1:" + state.get("port").asInt());
        }
        return URI.create(STANDARD_DOOR);
    }

    /** The key the first start made, if this user may read it. */
    Optional<String> adminKey() {
        Path file = path.resolve("admin.key");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new CannotDo("The key in " + file + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    /** What the supervisor writes about itself and its processes; an empty object if there is nothing. */
    JsonNode state() {
        Path file = path.resolve("run").resolve("state.json");
        if (!Files.isReadable(file)) {
            return Json.object();
        }
        try {
            return Json.read(Files.readAllBytes(file));
        } catch (IOException | JacksonException halfWritten) {
            // The supervisor is just starting or stopping; the standard door is as good a guess.
            return Json.object();
        }
    }

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Bytes it takes on its disk, as far as this user may see. */
    long used() {
        // Not a sum of lengths: the broker's files are mostly holes.
        try {
            Process du = new ProcessBuilder("du", "-sk", path.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            du.waitFor();
            return Long.parseLong(said.split("\\s+", 2)[0]) * 1024;
        } catch (IOException | NumberFormatException failed) {
            throw new CannotDo("The size of " + path + " cannot be told: " + failed.getMessage() + ".", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotDo("Interrupted.", interrupted);
        }
    }

    /** Bytes free on its disk. */
    long free() {
        try {
            return Files.getFileStore(path).getUsableSpace();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
