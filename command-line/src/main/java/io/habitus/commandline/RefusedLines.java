package io.habitus.commandline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The lines the door refused, in a file: number, reason and what the line holds, one JSON object a line. */
final class RefusedLines {

    /** Enough to find and repair the line; a line of 10 MB is not repaired by hand. */
    private static final int MOST_CONTENT = 2_000;

    private final Path file;

    RefusedLines(Path file) {
        this.file = file;
    }

    /** Beside the imported file, or where the person stands if that folder is not theirs. */
    static Path beside(Path imported) {
        Path beside = imported.resolveSibling(imported.getFileName() + ".refused.ndjson");
        boolean writable = Files.exists(beside) ? Files.isWritable(beside) : Files.isWritable(imported.getParent());
        return writable ? beside : Path.of("").toAbsolutePath().resolve(beside.getFileName());
    }

    Path file() {
        return file;
    }

    /** Forgets lines after this one: they will be sent again. 0 forgets all. */
    void keepUpTo(long line) {
        try {
            if (!Files.exists(file)) {
                return;
            }
            if (line == 0) {
                Files.delete(file);
                return;
            }
            List<String> kept = Files.readAllLines(file).stream()
                    .filter(entry -> Json.read(entry.getBytes(StandardCharsets.UTF_8))
                                    .path("line")
                                    .asLong()
                            <= line)
                    .toList();
            Files.write(file, kept);
        } catch (IOException failed) {
            throw cannotWrite(failed);
        }
    }

    void add(Chunks.Chunk chunk, JsonNode refused) {
        if (refused.isEmpty()) {
            return;
        }
        var entries = new StringBuilder();
        for (JsonNode one : refused) {
            long number = one.path("line").asLong();
            var entry = Json.object()
                    .put("line", number)
                    .put("reason", one.path("reason").asString(""));
            if (number >= chunk.firstLine() && number <= chunk.lastLine()) {
                entry.put("content", content(chunk.line(number)));
            }
            entries.append(entry).append('\n');
        }
        try {
            Files.writeString(file, entries, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw cannotWrite(failed);
        }
    }

    private static String content(byte[] line) {
        // Bytes that are not UTF-8 become the replacement character; the number leads to the original.
        String whole = new String(line, 0, Math.min(line.length, MOST_CONTENT * 4), StandardCharsets.UTF_8);
        return whole.length() <= MOST_CONTENT ? whole : whole.substring(0, MOST_CONTENT) + "…";
    }

    private CannotDo cannotWrite(IOException failed) {
        return new CannotDo(
                "The refused lines cannot be written to " + file + ": " + failed.getMessage()
                        + ". Name another file with --refused.",
                failed);
    }
}
