package io.habitus.commandline;

import io.habitus.simulator.Disorder;
import io.habitus.simulator.Plan;
import io.habitus.simulator.SimulatedWatches;
import io.habitus.simulator.SimulatedWatches.SimulatedWatch;
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
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code habitus simulate}: invented posts to import. */
@Command(
        name = "simulate",
        description =
                "Writes invented posts in German and English as lines to import. The same options give the same lines.",
        footerHeading = "%nExample:%n",
        footer = {"  habitus simulate --add-watches --posts 100000 --out posts.ndjson", "  habitus import posts.ndjson"
        })
final class SimulateCommand implements Callable<Integer> {

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

    @Option(names = "--truth", paramLabel = "FILE", description = "where the truth about every post goes")
    private Path truth;

    @Option(names = "--add-watches", description = "also listens to what the posts are about: twelve watches")
    private boolean addWatches;

    @Override
    public Integer call() throws IOException {
        Simulation simulation = simulation();
        if (addWatches) {
            addWatches();
        }
        if (truth != null) {
            try (OutputStream file = opened(truth)) {
                simulation.writeTruth(file);
            }
        }
        if (out == null) {
            simulation.writeLines(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
            return Main.DONE;
        }
        long lines;
        try (OutputStream file = opened(out)) {
            lines = simulation.writeLines(file);
        }
        if (connection.json()) {
            connection.print(Json.object()
                    .put("file", out.toString())
                    .put("posts", posts)
                    .put("lines", lines));
        } else {
            connection
                    .out()
                    .printf("%s lines about %s posts in %s.%n", PlainText.count(lines), PlainText.count(posts), out);
        }
        return Main.DONE;
    }

    private Simulation simulation() {
        Instant to = until != null ? until : Instant.now().truncatedTo(ChronoUnit.HOURS);
        try {
            var disorder = new Disorder(edits, deletes, duplicates, deletesFirst, measures, late);
            return new Simulation(new Plan(seed, posts, to.minus(Duration.ofDays(days)), to, heard, disorder));
        } catch (IllegalArgumentException nonsense) {
            throw new CannotDo("This cannot be simulated: " + nonsense.getMessage() + ".", nonsense);
        }
    }

    private void addWatches() {
        Door door = connection.door();
        for (SimulatedWatch watch : SimulatedWatches.all()) {
            try {
                door.post(
                        connection.inProject("/watches"),
                        Json.object().put("name", watch.name()).put("query", watch.query()));
            } catch (DoorRefused refused) {
                // There already, from an earlier call.
                if (refused.status() != 409) {
                    throw refused;
                }
            }
        }
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
