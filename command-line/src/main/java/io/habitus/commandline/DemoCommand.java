package io.habitus.commandline;

import io.habitus.simulator.Disorder;
import io.habitus.simulator.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * What {@code habitus up --demo} runs beside the services: a project of its own, in which people who do not exist talk
 * day and night. It begins with a past, goes on where it was after every restart, and ends with its standard input.
 *
 * <p>Every week is one plan, the same on every machine; so whatever is sent once more after a crash is the same post
 * under the same id, and counts once.
 */
@Command(name = "demo", hidden = true, description = "Sends invented posts until standard input ends.")
final class DemoCommand implements Callable<Integer> {

    private static final String NAME = "Demo (simuliert)";
    private static final Duration PAST = Duration.ofDays(3);
    private static final Duration WEEK = Duration.ofDays(7);
    /** On average over a week, half a post a second: one sees something happen, and a year fits on a small disk. */
    private static final int POSTS_A_WEEK = (int) WEEK.toSeconds() / 2;

    @Mixin
    private Connection connection;

    @Override
    public Integer call() throws IOException {
        var place = new DemoPlace(connection.folder().path().resolve("demo").resolve("place"));
        Instant past = Instant.now().minus(PAST);
        Instant since = place.until().filter(past::isBefore).orElse(past);
        prepare(connection.door(), place.until().isEmpty());
        send(connection.door(), since, place);
        return Main.DONE;
    }

    private void prepare(Door door, boolean first) {
        var project = Json.object().put("id", connection.project()).put("name", NAME);
        boolean made = door.postUnlessThere("/api/v1/projects", project);
        // A watch that somebody removed stays away.
        if (first || made) {
            InventedWatches.add(connection);
        }
        connection.out().println(Main.DEMO_READY);
    }

    private void send(Door door, Instant since, DemoPlace place) throws IOException {
        long first = week(since);
        var schedule = new SimulatedSchedule(number -> plan(first + number));
        schedule.skipTo(since);
        var goal = new ImportRun.Goal(connection.inProject("/documents/import"), null);
        Instant end = Instant.MAX.minus(Duration.ofDays(1));
        var progress = new Progress(null, false, 0);
        // Told after each answer: all that was handed out until then has arrived.
        var run = new LiveRun(
                door, goal, schedule, end, (_, _) -> place.keepNowAndThen(schedule.handedOutUntil()), progress);
        Thread.ofVirtual().name("end-of-input").start(() -> {
            awaitEndOfInput();
            run.stop();
        });
        run.run();
        place.keep(schedule.handedOutUntil());
    }

    static Plan plan(long week) {
        Instant from = Instant.EPOCH.plus(WEEK.multipliedBy(week));
        return new Plan(week, POSTS_A_WEEK, from, from.plus(WEEK), Plan.USUAL_HEARD_SHARE, Disorder.NONE);
    }

    /** Weeks since the epoch, a Thursday. */
    static long week(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), WEEK.toSeconds());
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes to it: it only ends.
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
