package io.habitus.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code habitus replay}: a file of posts once more, in its own rhythm, now. */
@Command(
        name = "replay",
        description = "Sends a file's posts in their own rhythm, with their times moved to now.",
        footerHeading = "%nHow times are moved:%n",
        footer = {
            "  --speed N     live: the first post comes now, the others as long after it as they were, N",
            "                times as fast; each is dated at the moment at which it is due. The default, N = 1.",
            "  --squeeze 7d  at once: the file's whole range is spread over the 7 days that end now, and all",
            "                is sent without waiting.",
            "",
            "The lines are those of habitus import. The file need not be in order. A post comes at the time",
            "it states; an edit, a deletion, a count, and a post without a time (or with one nobody believes:",
            "before 1990 or more than a day ahead) come with the latest post before them. --since and --until",
            "leave out posts, and with each the lines without a time that follow it. What was replayed before",
            "is known by its ids and changes nothing, unless --again gives new ones. Refused lines go to",
            "FILE.replay.refused.ndjson with their number in FILE and the reason; then the exit status is 3.",
            "Ctrl-C settles what is under way."
        })
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private Connection connection;

    @Parameters(paramLabel = "FILE", description = "the file, plain or gzip, or - for standard input")
    private String file;

    @ArgGroup
    private Pace pace = new Pace();

    /** One or the other. */
    private static final class Pace {
        @Option(names = "--speed", paramLabel = "N", description = "live, N times as fast as it was")
        private Double speed;

        @Option(
                names = "--squeeze",
                paramLabel = "SPAN",
                converter = Span.class,
                description = "at once, spread over this span before now (30m, 12h, 7d)")
        private Duration squeeze;
    }

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "leaves out what was written before this ISO 8601 time")
    private Instant since = Instant.MIN;

    @Option(names = "--until", paramLabel = "TIME", description = "leaves out what was written from this time on")
    private Instant until = Instant.MAX;

    @Option(names = "--again", description = "under new ids, so that a second replay is heard as well")
    private boolean again;

    @Option(names = "--source", paramLabel = "NAME", description = "the source of lines that name none")
    private String source;

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "where refused lines go (default: FILE.replay.refused.ndjson beside the file)")
    private Path refusedFile;

    @Override
    public Integer call() throws IOException {
        double speed = pace.speed == null ? 1 : pace.speed;
        if (!(speed > 0 && speed < 1e9)) {
            throw new CannotDo("--speed must be a number above 0, not " + speed + ".");
        }
        Door door = connection.door();
        // A wrong address or key should be said before the file is read.
        door.get("/api/v1/me");
        boolean standardInput = file.equals("-");
        Path path = standardInput
                ? Path.of("").toAbsolutePath().resolve("stdin")
                : ImportFile.at(Path.of(file)).path();
        try (FileChannel plain = plain(standardInput, path)) {
            var refused = new RefusedLines(refusedFile != null ? refusedFile : RefusedLines.besideReplayed(path));
            return replay(plain, speed, refused, door);
        }
    }

    private int replay(FileChannel plain, double speed, RefusedLines refused, Door door) throws IOException {
        Instant now = Instant.ofEpochMilli(System.currentTimeMillis());
        var goneBy = new ReplayTimes(now, since, until);
        ReplayIndex index = ReplayIndex.of(plain, goneBy);
        if (index.size() == 0) {
            throw new CannotDo(file + " holds no lines" + (index.leftOut() > 0 ? " of that time." : "."));
        }
        long first = index.time(0);
        long last = index.time(index.size() - 1);
        if (first == Long.MIN_VALUE) {
            throw new CannotDo("No line of " + file + " states a time to go by; import it instead.");
        }
        ReplaySchedule.Shift shift = pace.squeeze != null
                ? new ReplaySchedule.Shift.Squeezed(first, last, now, pace.squeeze)
                : new ReplaySchedule.Shift.Live(first, now, speed);
        announce(index, shift);
        Stragglers.warning(index).ifPresent(connection.err()::println);
        boolean isTerminal = System.console() != null && System.console().isTerminal();
        var progress = new Progress(connection.json() ? null : connection.err(), isTerminal, 0);
        var goal = new ImportRun.Goal(connection.inProject("/documents/import"), source);
        String suffix = again ? "~" + Long.toString(now.toEpochMilli(), 36) : "";
        var schedule = new ReplaySchedule(index, goneBy, plain, shift, suffix);
        // The n-th line that is sent is the one at place n - 1.
        LiveRun.Refusals refusals = (chunk, answer) -> refused.add(chunk, answer, sent -> index.number((int) sent - 1));
        var run = new LiveRun(door, goal, schedule, shift.due(last), refusals, progress);
        refused.keepUpTo(0);
        try (var interruption = new Interruption(run)) {
            run.run();
            progress.clear();
            return summary(run, progress, refused, index, !schedule.hasNext());
        } finally {
            progress.clear();
        }
    }

    private void announce(ReplayIndex index, ReplaySchedule.Shift shift) {
        if (connection.json()) {
            return;
        }
        Instant first = Instant.ofEpochMilli(index.time(0));
        Instant last = Instant.ofEpochMilli(index.time(index.size() - 1));
        Duration length = Duration.between(shift.due(index.time(0)), shift.due(index.time(index.size() - 1)));
        connection
                .err()
                .printf(
                        "%s lines from %s to %s; %s.%n",
                        PlainText.count(index.size()),
                        first,
                        last,
                        length.isZero() ? "sent at once" : "at this speed this takes " + PlainText.time(length));
        if (index.leftOut() > 0) {
            connection.err().println(PlainText.count(index.leftOut()) + " lines of other times are left out.");
        }
    }

    private int summary(LiveRun run, Progress progress, RefusedLines refused, ReplayIndex index, boolean complete) {
        Tally tally = run.tally();
        boolean live = pace.squeeze == null;
        if (connection.json()) {
            ObjectNode summary = Json.object().put("file", file).put("complete", complete);
            summary.setAll(tally.noted());
            summary.put("leftOut", index.leftOut());
            if (live) {
                summary.put("late", run.late())
                        .put("longestLagSeconds", run.longestLag().toMillis() / 1e3);
            }
            if (tally.unreadable() > 0) {
                summary.put("refusedFile", refused.file().toString());
            }
            connection.print(summary.put("seconds", progress.elapsed().toMillis() / 1e3));
        } else {
            connection.out().println(LiveSummary.of(run, progress, live));
            if (tally.unreadable() > 0) {
                connection.out().println("Refused lines with their reasons: " + refused.file());
            }
        }
        if (!complete) {
            return Main.FAILED;
        }
        return tally.unreadable() == 0 ? Main.DONE : Main.LINES_REFUSED;
    }

    private static boolean isPacked(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    /** Packed lines can only be read in their order, so they are unpacked first. */
    private FileChannel plain(boolean standardInput, Path path) throws IOException {
        if (!standardInput && !isPacked(path)) {
            return FileChannel.open(path);
        }
        try {
            Path folder = Path.of(System.getProperty("java.io.tmpdir"));
            return PlainCopy.of(standardInput ? System.in : Files.newInputStream(path), folder);
        } catch (IOException broken) {
            throw new CannotDo(file + " cannot be unpacked: " + broken.getMessage() + ".", broken);
        }
    }
}
