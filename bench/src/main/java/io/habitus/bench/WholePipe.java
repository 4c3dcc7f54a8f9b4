package io.habitus.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** As fast as posts become searchable and counted, with all that Habitus does. */
final class WholePipe {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final int LOOKS_IN_A_ROW = 3;

    /**
     * What came of it.
     *
     * @param heard how many posts a watch heard, and the search now finds
     * @param counted by all watches together
     * @param importedSeconds after which all posts were in the log
     */
    record Result(long posts, long heard, long counted, double importedSeconds, Usage usage) {
        double perSecond() {
            return posts / usage.seconds();
        }

        double importedPerSecond() {
            return posts / importedSeconds;
        }
    }

    /** @param measuredFrom where the mentions of the measured posts begin in each partition */
    record Measured(Result result, Map<Integer, Long> measuredFrom) {}

    private final OwnHabitus habitus;
    private final Door door;
    private final List<String> watches;

    /** @param watches the ids of all */
    WholePipe(OwnHabitus habitus, Door door, List<String> watches) {
        this.habitus = habitus;
        this.door = door;
        this.watches = watches;
    }

    /** @throws Refused if not all is found and counted in the end */
    Measured measured(Settings settings, Lot lot, Proc proc) {
        lot.warmUp().run(habitus.data());
        awaitSearchable(lot.heardBefore());
        awaitQuiet(door);
        Map<Integer, Long> measuredFrom;
        try (var mentions = new Mentions(habitus.broker())) {
            measuredFrom = mentions.ends();
        }
        long began = System.nanoTime();
        var watching =
                Watching.begun(proc, habitus.processes(), () -> door.status().together());
        lot.measured().run(habitus.data());
        double imported = (System.nanoTime() - began) / 1e9;
        awaitSearchable(lot.heard());
        Usage usage = watching.ended();
        habitus.requireSteady();
        long counted = counted(lot);
        if (counted != lot.heard() * settings.hits()) {
            throw new Refused("The watches should have counted %,d posts, but counted %,d."
                    .formatted(lot.heard() * settings.hits(), counted));
        }
        var result = new Result(
                settings.posts(),
                lot.heard() - lot.heardBefore(),
                counted - lot.heardBefore() * settings.hits(),
                imported,
                usage);
        return new Measured(result, measuredFrom);
    }

    private long counted(Lot lot) {
        var from = lot.from().minus(1, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC).toLocalDate();
        var to = Instant.now().plus(2, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC).toLocalDate();
        return watches.stream()
                .mapToLong(watch -> door.counted(watch, from.toString(), to.toString()))
                .sum();
    }

    private void awaitSearchable(long mentions) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (door.searchable() != mentions || !door.status().quiet()) {
            if (System.nanoTime() > until) {
                throw new Refused("Not all posts were searchable within " + PATIENCE.toMinutes() + " minutes: "
                        + door.searchable() + " of " + mentions + ".");
            }
            Pause.of(LOOK);
        }
    }

    /** Waits until nothing lags and no watch is being taken over. */
    static void awaitQuiet(Door door) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (int looks = 0; looks < LOOKS_IN_A_ROW; looks = door.status().quiet() ? looks + 1 : 0) {
            if (System.nanoTime() > until) {
                throw new Refused("Habitus did not come to rest within " + PATIENCE.toMinutes() + " minutes.");
            }
            Pause.of(LOOK);
        }
    }
}
