package io.habitus.persona.pace;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Commits soon while little is said, and seldom under load. A commit writes a marker to every partition the transaction
 * has touched, some sixty of them: ten a second cost a third of what two cores can hear, and one a second hardly
 * anything. Of one task, on its thread.
 */
public final class CommitPace {

    /** Without a request: how long something waits at most while much is said. */
    public static final Duration UNDER_LOAD = Duration.ofSeconds(1);

    private static final Duration BEAT = Duration.ofMillis(100);

    /** Records of one task in one beat. */
    private static final int LITTLE = 5;

    private final ProcessingContext context;
    private int inThisBeat;
    private boolean uncommitted;

    private CommitPace(ProcessingContext context) {
        this.context = context;
    }

    /** Looks every 100 ms whether now is the time. */
    public static CommitPace of(ProcessingContext context) {
        var pace = new CommitPace(context);
        context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, _ -> pace.beat());
        return pace;
    }

    /** To be told of each record. */
    public void count() {
        inThisBeat++;
        uncommitted = true;
    }

    private void beat() {
        if (uncommitted && inThisBeat <= LITTLE) {
            context.commit();
            uncommitted = false;
        }
        inThisBeat = 0;
    }
}
