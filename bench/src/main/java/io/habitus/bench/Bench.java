package io.habitus.bench;

import io.habitus.bench.Settings.Measure;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One run: everything on the same machine, one after the other, with the same posts. */
final class Bench {

    private static final int AT_ONCE = 2;

    private final Settings settings;
    private final Path program;
    private final Scratch scratch;
    private final Leaving leaving;
    private final Consumer<String> progress;
    private final Proc proc = new Proc(Path.of("/proc"));

    private Documents documents;
    private Lot lot;
    private WholePipe.Result whole;
    private Latency.Result latency;
    private RawBulk.Result rawAlone;
    private RawBulk.Result rawAtOnce;
    private BarePipe.Result bare;

    /**
     * @param program the folder that all-in-one assembled
     * @param progress told what is being done, in a sentence
     */
    Bench(Settings settings, Path program, Scratch scratch, Leaving leaving, Consumer<String> progress) {
        this.settings = settings;
        this.program = program;
        this.scratch = scratch;
        this.leaving = leaving;
        this.progress = progress;
    }

    Findings run() {
        var machine = Machine.here();
        if (settings.needsWhole()) {
            progress.accept("Writing the posts.");
            lot = Lot.of(settings, scratch);
        }
        measureAll();
        if (settings.needsDocuments()) {
            measureCeilings();
        }
        return new Findings(machine, settings, rawAlone, rawAtOnce, bare, whole, latency, proc.isThere());
    }

    private void measureAll() {
        progress.accept("Starting a Habitus of its own.");
        OwnHabitus habitus = leaving.keep(OwnHabitus.started(program, scratch));
        habitus.awaitReady();
        Door door = habitus.door();
        List<String> watches = IntStream.range(0, settings.watches())
                .mapToObj(watch -> door.watch("Bench " + watch, PlantedPosts.query(watch)))
                .toList();
        WholePipe.awaitQuiet(door);
        if (settings.needsWhole()) {
            progress.accept("Measuring the whole pipe.");
            var measured = new WholePipe(habitus, door, watches).measured(settings, lot, proc);
            whole = measured.result();
            if (settings.needsDocuments()) {
                documents = leaving.keep(
                        Documents.of(habitus.broker(), measured.measuredFrom(), scratch.resolve("documents")));
            }
        }
        if (settings.measures(Measure.LATENCY)) {
            progress.accept("Measuring latency.");
            latency = Latency.measured(habitus, door, settings, proc);
        }
        habitus.close();
        habitus.forgetPosts();
    }

    private void measureCeilings() {
        progress.accept("Starting it without analysis.");
        OwnHabitus habitus = leaving.keep(OwnHabitus.started(program, scratch, "--intake-alone"));
        habitus.awaitReady();
        if (settings.measures(Measure.RAW)) {
            progress.accept("Measuring Elasticsearch alone.");
            rawAlone = RawBulk.measured(habitus, documents, 1, proc);
            rawAtOnce = RawBulk.measured(habitus, documents, AT_ONCE, proc);
        }
        if (settings.measures(Measure.BARE)) {
            progress.accept("Measuring the pipe without analysis.");
            bare = BarePipe.measured(habitus, documents, settings, lot, proc);
        }
        habitus.close();
    }
}
