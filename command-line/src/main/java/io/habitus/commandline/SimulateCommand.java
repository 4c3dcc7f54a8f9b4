package io.habitus.commandline;

import io.habitus.simulator.Disorder;
import io.habitus.simulator.PersonaBaseline;
import io.habitus.simulator.Plan;
import io.habitus.simulator.Simulation;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** {@code habitus simulate}: invented posts to import. */
@Command(
        name = "simulate",
        description = {
            "Writes invented posts in German and English as lines to import, or with --rate sends them live.",
            "The same options with the same --until give the same lines. All of them name the source simulated."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  habitus simulate --add-watches --posts 100000 --out posts.ndjson",
            "  habitus import posts.ndjson",
            "  habitus simulate --rate 5 --watches              until Ctrl-C",
            "  habitus simulate --rate 200 --for 10m --seed 7",
            "",
            "Live, each post is dated at the moment at which it is due, and the schedule waits for no answer:",
            "what goes out later is counted as late. The ids are new each time. --posts, --days, --until and",
            "--out are for files. --truth FILE tells the truth about every post and, in FILE.planted.ndjson,",
            "about own words, incidents, questions, personas and voices; docs/simulator.md explains both."
        })
final class SimulateCommand implements Callable<Integer> {

    /** After so long a stream without end goes on with other voices and other incidents. */
    private static final Duration ROUND = Duration.ofDays(1);

    private static final int MOST_A_SECOND = 100_000;
    private static final Duration SETTING_UP = Duration.ofSeconds(1);

    @Mixin
    private Connection connection;

    @Option(
            names = "--posts",
            paramLabel = "N",
            defaultValue = "10000",
            description = "how many posts (default: 10000)")
    private int posts;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "any number (default: 1)")
    private long seed;

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "90",
            description = "spread over so many days (default: 90)")
    private int days;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "which end at this ISO 8601 time (default: the last full hour)")
    private Instant until;

    @Option(
            names = "--heard",
            paramLabel = "SHARE",
            defaultValue = "0.4",
            description = "share that names a brand (default: 0.4)")
    private double heard;

    @Option(names = "--edits", paramLabel = "SHARE", defaultValue = "0", description = "share edited later, 0 to 1")
    private double edits;

    @Option(names = "--deletes", paramLabel = "SHARE", defaultValue = "0", description = "share deleted later")
    private double deletes;

    @Option(
            names = "--deletes-first",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "share deleted before they come")
    private double deletesFirst;

    @Option(names = "--duplicates", paramLabel = "SHARE", defaultValue = "0", description = "share sent twice")
    private double duplicates;

    @Option(
            names = "--measures",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "share counted anew later (likes …)")
    private double measures;

    @Option(names = "--late", paramLabel = "SHARE", defaultValue = "0", description = "share that comes out of order")
    private double late;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where the lines go; .gz is packed (default: standard output)")
    private Path out;

    @Option(
            names = "--doubtful-times",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "share whose stated time is missing or wrong")
    private double doubtfulTimes;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "where the truth goes; also shows how well words alone tell personas apart")
    private Path truth;

    @Option(
            names = {"--add-watches", "--watches"},
            description = "also listens to what the posts are about: twelve watches")
    private boolean addWatches;

    @Option(names = "--rate", paramLabel = "N", description = "live: so many posts a second to the running Habitus")
    private Double rate;

    @Option(
            names = "--for",
            paramLabel = "SPAN",
            converter = Span.class,
            description = "live: for so long (30s, 10m, 2h, 7d; default: until Ctrl-C)")
    private Duration length;

    private PersonaBaseline.Score baseline;

    @Override
    public Integer call() throws IOException {
        if (rate != null) {
            return live();
        }
        if (length != null) {
            throw new CannotDo("--for needs --rate: how many posts a second.");
        }
        Plan plan = plan();
        Simulation simulation = simulation(plan);
        if (addWatches) {
            InventedWatches.add(connection);
        }
        if (truth != null) {
            writeTruth(simulation);
        }
        if (out == null) {
            if (until == null) {
                connection.err().println("With --until " + plan.to() + " the same lines come again.");
            }
            simulation.writeLines(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
            return Main.DONE;
        }
        long lines;
        try (OutputStream file = opened(out)) {
            lines = simulation.writeLines(file);
        }
        if (connection.json()) {
            connection.print(withBaseline(Json.object()
                    .put("file", out.toString())
                    .put("posts", posts)
                    .put("lines", lines)
                    .put("until", plan.to().toString())));
        } else {
            connection
                    .out()
                    .printf(
                            "%s lines about %s posts in %s; with --until %s the same come again.%n",
                            PlainText.count(lines), PlainText.count(posts), out, plan.to());
        }
        return Main.DONE;
    }

    private Simulation simulation(Plan plan) {
        try {
            return new Simulation(plan);
        } catch (IllegalArgumentException nonsense) {
            throw new CannotDo("This cannot be simulated: " + nonsense.getMessage() + ".", nonsense);
        }
    }

    private Plan plan() {
        Instant to = until != null ? until : Instant.now().truncatedTo(ChronoUnit.HOURS);
        try {
            var disorder = new Disorder(edits, deletes, duplicates, deletesFirst, measures, late, doubtfulTimes);
            return new Plan(seed, posts, to.minus(Duration.ofDays(days)), to, heard, disorder);
        } catch (IllegalArgumentException nonsense) {
            throw new CannotDo("This cannot be simulated: " + nonsense.getMessage() + ".", nonsense);
        }
    }

    private int live() throws IOException {
        if (!(rate > 0 && rate <= MOST_A_SECOND)) {
            throw new CannotDo(
                    "--rate must be above 0 and at most " + PlainText.count(MOST_A_SECOND) + ", not " + rate + ".");
        }
        if (out != null) {
            throw new CannotDo("With --rate the posts go to the running Habitus: leave --out away.");
        }
        if (truth != null && length == null) {
            throw new CannotDo("The truth about what never ends cannot be written: say how long with --for.");
        }
        Plan like = plan();
        Door door = connection.door();
        door.get("/api/v1/me");
        if (addWatches) {
            InventedWatches.add(connection);
        }
        // Drawing the voices of a large plan takes a moment, during which nothing must fall due.
        Instant start = Instant.ofEpochMilli(System.currentTimeMillis()).plus(SETTING_UP);
        Duration round = length == null ? ROUND : length;
        LongFunction<Plan> plans = number -> length != null && number > 0
                ? null
                : SimulatedSchedule.once(
                        like.withSeed(seed + number), rate, start.plus(round.multipliedBy(number)), round);
        var schedule = new SimulatedSchedule(plans);
        boolean isTerminal = System.console() != null && System.console().isTerminal();
        var progress = new Progress(connection.json() ? null : connection.err(), isTerminal, 0);
        var goal = new ImportRun.Goal(connection.inProject("/documents/import"), null);
        Instant end = length == null ? Instant.MAX.minus(Duration.ofDays(1)) : start.plus(length);
        var run = new LiveRun(door, goal, schedule, end, (_, _) -> {}, progress);
        try (var interruption = new Interruption(run)) {
            run.run();
            progress.clear();
            boolean complete = !schedule.hasNext();
            if (complete && truth != null) {
                writeTruth(new Simulation(plans.apply(0)));
            }
            return summary(run, progress, complete);
        } finally {
            progress.clear();
        }
    }

    private int summary(LiveRun run, Progress progress, boolean complete) {
        if (connection.json()) {
            ObjectNode summary =
                    Json.object().put("simulated", true).put("seed", seed).put("complete", complete);
            summary.setAll(run.tally().noted());
            connection.print(withBaseline(summary.put("late", run.late())
                    .put("longestLagSeconds", run.longestLag().toMillis() / 1e3)
                    .put("seconds", progress.elapsed().toMillis() / 1e3)));
        } else {
            connection.out().println("Simulated: " + LiveSummary.of(run, progress, true));
        }
        if (!complete && length != null) {
            return Main.FAILED;
        }
        return run.tally().unreadable() == 0 ? Main.DONE : Main.LINES_REFUSED;
    }

    private ObjectNode withBaseline(ObjectNode summary) {
        if (baseline != null) {
            summary.putObject("personaBaseline")
                    .put("macroF1", baseline.macroF1())
                    .put("accuracy", baseline.accuracy())
                    .put("chance", baseline.chance())
                    .put("voices", baseline.voices());
        }
        return summary;
    }

    private void writeTruth(Simulation simulation) throws IOException {
        try (OutputStream file = opened(truth)) {
            simulation.writeTruth(file);
        }
        try (OutputStream file = opened(truth.resolveSibling(truth.getFileName() + ".planted.ndjson"))) {
            simulation.writePlanted(file);
        }
        PersonaBaseline.Score score = PersonaBaseline.of(simulation);
        // Standard output may be where the lines go.
        if (!connection.json()) {
            connection
                    .err()
                    .printf(
                            Locale.ENGLISH,
                            "Words alone (nearest centroid) name the persona of %.0f %% of %s voices, macro-F1 %.2f; by"
                                    + " chance it would be %.0f %%.%n",
                            100 * score.accuracy(),
                            PlainText.count(score.voices()),
                            score.macroF1(),
                            100 * score.chance());
        }
        baseline = score;
    }

    private static OutputStream opened(Path file) {
        try {
            OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            return file.toString().endsWith(".gz") ? new GZIPOutputStream(plain, 1 << 16) : plain;
        } catch (IOException failed) {
            throw new CannotDo(file + " cannot be written: " + failed.getMessage() + ".", failed);
        }
    }
}
