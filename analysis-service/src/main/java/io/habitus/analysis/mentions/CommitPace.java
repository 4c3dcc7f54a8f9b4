package io.habitus.analysis.mentions;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Commits soon while little is said, and seldom under load. A commit writes a marker to every partition the transaction
 * has touched, some sixty of them: with ten a second, 200,000 posts took 212 s, with one a second 152 s. Of one task; but
 * what is little is judged for the thread, because a commit of one task is one of all its tasks.
 *
 * <p>Few records alone do not mean that little is said: a thread that does nothing but commit, on a machine that has just
 * started, reads few. So they must be fresh too.
 */
final class CommitPace {

    /** Without a request: how long something waits at most while much is said. */
    static final Duration UNDER_LOAD = Duration.ofSeconds(1);

    private static final Duration BEAT = Duration.ofMillis(100);

    /** Records of all tasks of a thread in one beat. */
    private static final int LITTLE = 20;

    /** A record that waited longer has others behind it. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final ThreadLocal<Load> LOAD = ThreadLocal.withInitial(Load::new);

    private final ProcessingContext context;
    private boolean uncommitted;

    private CommitPace(ProcessingContext context) {
        this.context = context;
    }

    /** Looks every 100 ms whether now is the time. */
    static CommitPace of(ProcessingContext context) {
        var pace = new CommitPace(context);
        context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, _ -> pace.beat());
        return pace;
    }

    /** @param timestamp of each record that was read: when it came to us, in milliseconds since 1970 */
    void read(long timestamp) {
        LOAD.get().read(timestamp, context.currentSystemTimeMs());
        uncommitted = true;
    }

    private void beat() {
        if (uncommitted && LOAD.get().isLittle(context.currentSystemTimeMs())) {
            context.commit();
            uncommitted = false;
        }
    }

    /** What a thread has read; the first of its tasks that looks begins the next beat. */
    private static final class Load {

        private int inThisBeat;
        private int inTheLast;
        private long begun;
        private long lastLate;

        void read(long timestamp, long now) {
            inThisBeat++;
            if (now - timestamp > FRESH.toMillis()) {
                lastLate = now;
            }
        }

        boolean isLittle(long now) {
            if (now - begun >= BEAT.toMillis()) {
                inTheLast = inThisBeat;
                inThisBeat = 0;
                begun = now;
            }
            return inTheLast <= LITTLE
                    && inThisBeat <= LITTLE
                    && now - lastLate > BEAT.multipliedBy(2).toMillis();
        }
    }
}
