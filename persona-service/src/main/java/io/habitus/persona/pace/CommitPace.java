package io.habitus.persona.pace;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Commits soon while what comes is fresh, and seldom while there is a backlog. A commit writes a marker to every partition
 * the transaction has touched: it is what a reader waits for, and what a backlog is delayed by.
 *
 * <p>One commit is that of all tasks of a thread, so the pace is the thread's: it was that of each task once, and a thread
 * with six of them committed up to six times as often.
 */
public final class CommitPace {

    /** Without a request: how long something waits at most while there is a backlog. */
    public static final Duration UNDER_LOAD = Duration.ofSeconds(1);

    private static final Duration BEAT = Duration.ofMillis(50);

    /** Between two commits of a thread. */
    private static final Duration APART = Duration.ofMillis(100);

    /** A record that waited longer has others behind it; longer than a pause of a JVM, and than what stood before us took. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** For so long nothing must have waited: with each commit the backlog would take longer, and be taken for one again. */
    private static final Duration CALM = Duration.ofSeconds(3);

    private static final ThreadLocal<Load> LOAD = ThreadLocal.withInitial(Load::new);

    private final ProcessingContext context;
    /** The commit after which there was last something to commit. */
    private long touchedAfter = -1;

    private CommitPace(ProcessingContext context) {
        this.context = context;
    }

    /** Looks every 50 ms whether now is the time. */
    public static CommitPace of(ProcessingContext context) {
        var pace = new CommitPace(context);
        context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, _ -> pace.beat());
        return pace;
    }

    /** @param timestamp of each record that was read: when it came to us, in milliseconds since 1970 */
    public void read(long timestamp) {
        LOAD.get().read(timestamp, context.currentSystemTimeMs());
        touch();
    }

    /** Something is sent without a record having been read. */
    public void sent() {
        touch();
    }

    private void touch() {
        touchedAfter = LOAD.get().commits;
    }

    private void beat() {
        var load = LOAD.get();
        var now = context.currentSystemTimeMs();
        // A request of a task with nothing to commit would wait until it has something.
        if (touchedAfter == load.commits && load.isTime(now)) {
            context.commit();
            load.committed(now);
        }
    }

    /** What the tasks of a thread have in common. */
    private static final class Load {

        private long commits;
        private long lastCommit;
        private long lastLate;

        void read(long timestamp, long now) {
            if (now - timestamp > FRESH.toMillis()) {
                lastLate = now;
            }
        }

        boolean isTime(long now) {
            // Whatever was set back, the clock or, in tests, the time of another topology: what is far away is no
            // reason.
            return Math.abs(now - lastCommit) >= APART.toMillis() && Math.abs(now - lastLate) > CALM.toMillis();
        }

        void committed(long now) {
            commits++;
            lastCommit = now;
        }
    }
}
