package io.habitus.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code habitus import}: a file of posts. */
@Command(
        name = "import",
        description = "Imports a file of posts: one JSON object a line (NDJSON), plain or gzip.",
        footerHeading = "%nA line:%n",
        footer = {
            "  {\"id\":\"17\",\"source\":\"forum\",\"created_at\":\"2026-11-22T08:00:00Z\",\"text\":\"The tram is late\"}",
            "  optional: operation (create, update, delete, measure), revision, type, lang, title, url,",
            "  author{id,handle,name,followers}, thread, parent, repost_of, quote_of, rating{value,max},",
            "  place{country,region,city}, likes, replies, reposts, views",
            "",
            "Interrupted, the same command goes on where it stopped. A file imported to its end starts anew,",
            "which changes nothing. Refused lines go to FILE.refused.ndjson with number and reason; then the",
            "exit status is 3."
        })
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Parameters(paramLabel = "FILE", description = "the file, or - for standard input")
    private String file;

    @Option(names = "--source", paramLabel = "NAME", description = "the source of lines that name none")
    private String source;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "where refused lines go (default: FILE.refused.ndjson beside the file)")
    private Path refusedFile;

    @Override
    public Integer call() throws IOException {
        Door door = connection.door();
        // A wrong address or key should be said before the first line, not waited for.
        door.get("/api/v1/me");
        if (file.equals("-")) {
            return importFrom(System.in, door);
        }
        return importFile(ImportFile.at(Path.of(file)), door);
    }

    private int importFile(ImportFile opened, Door door) throws IOException {
        var refused = new RefusedLines(refusedFile != null ? refusedFile : RefusedLines.beside(opened.path()));
        var bookmark = Bookmark.of(opened, door.address() + "\n" + goal(), connection.folder());
        Optional<Bookmark.Place> place = bookmark.place();
        Tally tally = place.map(Bookmark.Place::tally).orElseGet(Tally::new);
        long offset = place.map(Bookmark.Place::offset).orElse(0L);
        long linesBefore = tally.lines();
        refused.keepUpTo(linesBefore);
        if (linesBefore > 0 && !connection.json()) {
            connection.err().println("Going on after line " + PlainText.count(linesBefore) + ".");
        }
        var progress = progress(linesBefore);
        Thread farewell = farewell(tally);
        try (ImportFile.Content content = opened.open()) {
            content.stream().skipNBytes(offset);
            var chunks = new Chunks(content.stream(), linesBefore, offset);
            Runtime.getRuntime().addShutdownHook(farewell);
            new ImportRun(door, goal(), chunks, tally, refused, progress, () -> share(content, opened))
                    .toTheEnd(end -> bookmark.put(end, tally));
        } catch (IOException broken) {
            throw new CannotDo(
                    file + " breaks off after line " + PlainText.count(tally.lines()) + " (" + broken.getMessage()
                            + "); everything before it is imported.",
                    broken);
        } finally {
            progress.clear();
            stay(farewell);
        }
        bookmark.remove();
        return summary(tally, refused, progress, linesBefore);
    }

    private int importFrom(InputStream in, Door door) throws IOException {
        var tally = new Tally();
        Path here = Path.of("").toAbsolutePath().resolve("stdin");
        var refused = new RefusedLines(refusedFile != null ? refusedFile : RefusedLines.beside(here));
        refused.keepUpTo(0);
        var progress = progress(0);
        var chunks = new Chunks(ImportFile.unpacked(in), 0, 0);
        try {
            new ImportRun(door, goal(), chunks, tally, refused, progress, () -> -1).toTheEnd(end -> {});
        } finally {
            progress.clear();
        }
        return summary(tally, refused, progress, 0);
    }

    private ImportRun.Goal goal() {
        return new ImportRun.Goal(connection.inProject("/documents/import"), source);
    }

    private Progress progress(long linesBefore) {
        boolean isTerminal = System.console() != null && System.console().isTerminal();
        return new Progress(connection.json() ? null : connection.err(), isTerminal, linesBefore);
    }

    private static double share(ImportFile.Content content, ImportFile opened) {
        return opened.size() == 0 ? 1 : (double) content.consumed() / opened.size();
    }

    private Thread farewell(Tally tally) {
        return new Thread(() -> connection
                .err()
                .printf(
                        "%nStopped after line %s. The same command goes on from there.%n",
                        PlainText.count(tally.lines())));
    }

    private static void stay(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException alreadyLeaving) {
            // Then the farewell has been said.
        }
    }

    private int summary(Tally tally, RefusedLines refused, Progress progress, long linesBefore) {
        long refusedCount = tally.unreadable();
        double seconds = progress.elapsed().toMillis() / 1e3;
        if (connection.json()) {
            ObjectNode summary = Json.object().put("file", file);
            summary.setAll(tally.noted());
            summary.put("resumedAfterLine", linesBefore);
            if (refusedCount > 0) {
                summary.put("refusedFile", refused.file().toString());
            }
            connection.print(summary.put("seconds", seconds).put("linesPerSecond", progress.rate(tally)));
        } else {
            connection
                    .out()
                    .printf(
                            "%s lines: %s published, %s seen before, %s refused. %s, %s lines/s.%n",
                            PlainText.count(tally.received()),
                            PlainText.count(tally.published()),
                            PlainText.count(tally.seen()),
                            PlainText.count(refusedCount),
                            PlainText.time(progress.elapsed()),
                            PlainText.count(progress.rate(tally)));
            if (!tally.unknownFields().isEmpty()) {
                connection
                        .out()
                        .println("Left out, because nobody knows these fields: "
                                + tally.unknownFields().entrySet().stream()
                                        .map(field -> PlainText.line(field.getKey(), 40) + " ("
                                                + PlainText.count(field.getValue()) + ")")
                                        .collect(Collectors.joining(", ")));
            }
            if (refusedCount > 0) {
                connection.out().println("Refused lines with their reasons: " + refused.file());
            }
        }
        return refusedCount == 0 ? Main.DONE : Main.LINES_REFUSED;
    }
}
