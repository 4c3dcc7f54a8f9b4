package io.habitus.persona.expected;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.Topics;
import io.habitus.persona.range.Interval;
import io.habitus.persona.range.RangeView;
import io.habitus.persona.timeline.Timelines;
import io.habitus.persona.timeline.TimelinesAway;
import io.habitus.persona.timeline.WatchTimeline;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Says how much is usual in a stretch of time, from what the same watch heard before it; nothing in the stretch itself is
 * learned from. What was learned is kept a while.
 */
public final class UsualVolumes {

    /** Ninety days, and what the clocks are put by; of more nothing is said. */
    private static final Duration LONGEST = Duration.ofDays(91);

    // Beside the scans for what is shown.
    private static final int READINGS_AT_ONCE = 2;

    private final Timelines timelines;
    private final InstantSource clock;
    private final Duration patience;
    private final KeptPasts kept = new KeptPasts(System::nanoTime);
    private final Semaphore readings = new Semaphore(READINGS_AT_ONCE, true);
    private final Timer time;

    /**
     * @param patience how long a request waits for a timeline that is being restored
     * @param meters {@code persona.usual}: the time of each past learned
     */
    public UsualVolumes(Timelines timelines, InstantSource clock, Duration patience, MeterRegistry meters) {
        this.timelines = timelines;
        this.clock = clock;
        this.patience = patience;
        this.time = Timer.builder("persona.usual")
                .description("Learning from its past how much a watch usually hears")
                .register(meters);
    }

    /**
     * How much is usual in the stretch of this view; empty if it is longer than 90 days or not cut into hours or days.
     *
     * @throws TimelinesAway if the watch's timeline is not here now
     */
    public Optional<Expected> of(RangeView range) {
        LiveView view = range.view();
        boolean isCutSo = range.interval() == Interval.HOUR || range.interval() == Interval.DAY;
        if (!isCutSo || Duration.between(view.from(), view.to()).compareTo(LONGEST) > 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant until = view.to().isAfter(now) ? now : view.to();
        Question question =
                Question.of(Topics.projectKey(view.project(), view.watch()), view.from(), view.to(), range.zone());
        Learned learned = kept.of(question).orElseGet(() -> learn(view, question));
        return Optional.of(learned.usual(view.from(), until, range.interval(), range.zone()));
    }

    private Learned learn(LiveView view, Question question) {
        readings.acquireUninterruptibly();
        try {
            // Whoever waited may find that it was learned meanwhile.
            return kept.of(question).orElseGet(() -> learnNow(view, question));
        } finally {
            readings.release();
        }
    }

    private Learned learnNow(LiveView view, Question question) {
        long start = System.nanoTime();
        Learned learned = timelines
                .of(view.project(), view.watch(), patience)
                .map(timeline -> Learned.of(past(timeline, question)))
                .orElseGet(() -> new Learned(null, false, Double.NaN));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        time.record(took);
        kept.keep(question, learned, took);
        return learned;
    }

    private static Past past(WatchTimeline timeline, Question question) {
        try {
            return PastReading.of(timeline, question);
        } catch (InvalidStateStoreException closed) {
            throw new TimelinesAway(closed);
        }
    }
}
