package io.habitus.commandline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How far the import of one file into one project has come, on disk, so that the next try goes on from there. */
final class Bookmark {

    private final Path note;
    private final ImportFile file;

    private Bookmark(Path note, ImportFile file) {
        this.note = note;
        this.file = file;
    }

    /**
     * The bookmark of this file for this goal.
     *
     * @param goal what else must be the same to go on: door, project and source
     */
    static Bookmark of(ImportFile file, String goal, DataFolder data) {
        return new Bookmark(folder(data).resolve(name(file.path() + "\n" + goal) + ".json"), file);
    }

    /**
     * Where to go on.
     *
     * @param offset bytes of the unpacked content that are settled
     */
    record Place(long offset, Tally tally) {}

    /** The place noted for exactly this file; nothing if the file changed since, or was imported to its end. */
    Optional<Place> place() {
        if (!Files.isReadable(note)) {
            return Optional.empty();
        }
        try {
            JsonNode noted = Json.read(Files.readAllBytes(note));
            if (!file.sameAs(noted.path("file"))) {
                return Optional.empty();
            }
            return Optional.of(new Place(noted.path("offset").asLong(), Tally.from(noted.path("tally"))));
        } catch (IOException | JacksonException unreadable) {
            // Then from the start: importing again changes nothing.
            return Optional.empty();
        }
    }

    void put(long offset, Tally tally) {
        ObjectNode noted = Json.object().put("offset", offset);
        noted.set("file", file.noted());
        noted.set("tally", tally.noted());
        try {
            Path fresh = note.resolveSibling(note.getFileName() + ".new");
            Files.write(fresh, Json.bytes(noted));
            Files.move(fresh, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new CannotDo(
                    "The place in the file cannot be noted in " + note + ": " + failed.getMessage() + ".", failed);
        }
    }

    /** The file is at its end; importing it again starts anew. */
    void remove() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException failed) {
            throw new CannotDo(note + " cannot be removed: " + failed.getMessage() + ".", failed);
        }
    }

    /** In the data folder; in the home folder if this user may not write there, or the door is on another machine. */
    private static Path folder(DataFolder data) {
        Path preferred = data.path().resolve("imports");
        try {
            if (data.exists() && Files.isWritable(data.path())) {
                return Files.createDirectories(preferred);
            }
            return Files.createDirectories(Path.of(System.getProperty("user.home"), ".habitus", "imports"));
        } catch (IOException failed) {
            throw new CannotDo("There is nowhere to note the place in the file: " + failed.getMessage() + ".", failed);
        }
    }

    private static String name(String of) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
