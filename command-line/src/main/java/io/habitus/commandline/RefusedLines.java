package io.habitus.commandline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The lines the door refused, in a file: number, reason and what the line holds, one JSON object a line. */
final class RefusedLines {

    /** Enough to find and repair the line; a line of 10 MB is not repaired by hand. */
    private static final int MOST_CONTENT = 2_000;

    /** Of every entry, also of one that was cut off. */
    private static final String BEGINNING = "{\"line\":";

    private final Path file;

    RefusedLines(Path file) {
        this.file = file;
    }

    /** Beside the imported file, or where the person stands if that folder is not theirs. */
    static Path beside(Path imported) {
        return beside(imported, ".refused.ndjson");
    }

    /** The same for a replayed file; under a name of its own, because those of the import are still to be repaired. */
    static Path besideReplayed(Path replayed) {
        return beside(replayed, ".replay.refused.ndjson");
    }

    private static Path beside(Path sent, String ending) {
        Path beside = sent.resolveSibling(sent.getFileName() + ending);
        boolean writable = Files.exists(beside) ? Files.isWritable(beside) : Files.isWritable(sent.getParent());
        return writable ? beside : Path.of("").toAbsolutePath().resolve(beside.getFileName());
    }

    Path file() {
        return file;
    }

    /**
     * Forgets lines after this one: they will be sent again. 0 forgets all. So does what is cut off, as by a full disk.
     *
     * @throws CannotDo if the file holds something else
     */
    void keepUpTo(long line) {
        try {
            if (!Files.exists(file)) {
                return;
            }
            List<String> entries = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (!entries.isEmpty() && !entries.getFirst().startsWith(BEGINNING)) {
                throw new CannotDo(file + " holds something else than refused lines and is left as it is. Name another"
                        + " file with --refused.");
            }
            if (line == 0) {
                Files.delete(file);
                return;
            }
            Path aside = file.resolveSibling(file.getFileName() + ".new");
            Files.write(
                    aside,
                    entries.stream()
                            .filter(entry -> number(entry).orElse(Long.MAX_VALUE) <= line)
                            .toList());
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw cannotWrite(failed);
        }
    }

    /** The line an entry is about; empty if it was cut off. */
    private static OptionalLong number(String entry) {
        try {
            JsonNode read = Json.read(entry.getBytes(StandardCharsets.UTF_8));
            return OptionalLong.of(read.path("line").asLong());
        } catch (JacksonException cutOff) {
            return OptionalLong.empty();
        }
    }

    /** What was refused of these lines, which were sent in the order and under the numbers of the file. */
    void add(Chunks.Chunk chunk, JsonNode refused) {
        add(chunk, refused, LongUnaryOperator.identity());
    }

    /** @param inFile the number in the file of the line that was sent under a number */
    void add(Chunks.Chunk chunk, JsonNode refused, LongUnaryOperator inFile) {
        if (refused.isEmpty()) {
            return;
        }
        var entries = new StringBuilder();
        for (JsonNode one : refused) {
            long number = one.path("line").asLong();
            var entry = Json.object()
                    .put("line", inFile.applyAsLong(number))
                    .put("reason", one.path("reason").asString(""));
            if (number >= chunk.firstLine() && number <= chunk.lastLine()) {
                entry.put("content", content(chunk.line(number)));
            }
            entries.append(entry).append('\n');
        }
        try {
            Files.write(
                    file,
                    entries.toString().getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw cannotWrite(failed);
        }
    }

    private static String content(byte[] line) {
        // Bytes that are not UTF-8 become the replacement character; the number leads to the original.
        String whole = new String(line, 0, Math.min(line.length, MOST_CONTENT * 4), StandardCharsets.UTF_8);
        if (whole.length() <= MOST_CONTENT) {
            return whole;
        }
        // Never inside a character: half of one is no text.
        boolean inside = Character.isHighSurrogate(whole.charAt(MOST_CONTENT - 1));
        return whole.substring(0, inside ? MOST_CONTENT - 1 : MOST_CONTENT) + "…";
    }

    private CannotDo cannotWrite(IOException failed) {
        return new CannotDo(
                "The refused lines cannot be written to " + file + ": " + failed.getMessage()
                        + ". Name another file with --refused.",
                failed);
    }
}
