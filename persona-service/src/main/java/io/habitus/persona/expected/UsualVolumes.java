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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
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

    /** So long one waits for its turn to learn; the figures themselves shall not wait for what is usual. */
    private static final Duration ALONE = Duration.ofSeconds(5);

    /** So long learning is begun for watches asked for together; the others follow when asked for again. */
    private static final Duration TOGETHER = Duration.ofSeconds(2);

    private final Timelines timelines;
    private final InstantSource clock;
    private final Duration patience;
    private final LongSupplier nanos;
    private final KeptPasts kept;
    private final Semaphore readings;
    private final Timer time;

    /**
     * @param patience how long a request waits for a timeline that is being restored
     * @param meters {@code persona.usual}: the time of each past learned
     */
    public UsualVolumes(Timelines timelines, InstantSource clock, Duration patience, MeterRegistry meters) {
        this(timelines, clock, patience, meters, System::nanoTime, new Semaphore(READINGS_AT_ONCE, true));
    }

    /**
     * @param nanos the time, from any beginning, as {@link System#nanoTime}
     * @param readings for whom there is room to learn at once
     */
    UsualVolumes(
            Timelines timelines,
            InstantSource clock,
            Duration patience,
            MeterRegistry meters,
            LongSupplier nanos,
            Semaphore readings) {
        this.nanos = nanos;
        this.kept = new KeptPasts(nanos);
        this.readings = readings;
        this.timelines = timelines;
        this.clock = clock;
        this.patience = patience;
        this.time = Timer.builder("persona.usual")
                .description("Learning from its past how much a watch usually hears")
                .register(meters);
    }

    /**
     * How much is usual in the stretch of this view; empty if it is longer than 90 days, has not begun, is not cut into hours
     * or days, or if so much else is being learned that it would take long.
     *
     * @throws TimelinesAway if the watch's timeline is not here now
     */
    public Optional<Expected> of(RangeView range) {
        return of(range, nanos.getAsLong() + ALONE.toNanos());
    }

    /**
     * The same of each of these, in this order; empty, too, where there was no time to learn it together with the others: who
     * asks again is told more.
     *
     * @throws TimelinesAway if a watch's timeline is not here now
     */
    public List<Optional<Expected>> of(List<RangeView> ranges) {
        long end = nanos.getAsLong() + TOGETHER.toNanos();
        return ranges.stream().map(range -> of(range, end)).toList();
    }

    private Optional<Expected> of(RangeView range, long end) {
        LiveView view = range.view();
        boolean isCutSo = range.interval() == Interval.HOUR || range.interval() == Interval.DAY;
        if (!isCutSo || Duration.between(view.from(), view.to()).compareTo(LONGEST) > 0) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant until = view.to().isAfter(now) ? now : view.to();
        if (!view.from().isBefore(until)) {
            return Optional.empty();
        }
        Question question =
                Question.of(Topics.projectKey(view.project(), view.watch()), view.from(), view.to(), range.zone());
        return kept.of(question)
                .or(() -> learn(view, question, end))
                .map(learned -> learned.usual(view.from(), until, range.interval(), range.zone()));
    }

    private Optional<Learned> learn(LiveView view, Question question, long end) {
        if (!hasItsTurn(end)) {
            return kept.older(question);
        }
        try {
            // Whoever waited may find that it was learned meanwhile.
            return kept.of(question).or(() -> Optional.of(learnNow(view, question)));
        } finally {
            readings.release();
        }
    }

    private boolean hasItsTurn(long end) {
        long left = end - nanos.getAsLong();
        try {
            return left > 0 && readings.tryAcquire(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Learned learnNow(LiveView view, Question question) {
        long start = nanos.getAsLong();
        Learned learned = timelines
                .of(view.project(), view.watch(), patience)
                .map(timeline -> Learned.of(past(timeline, question)))
                .orElseGet(() -> new Learned(null, false, Double.NaN));
        Duration took = Duration.ofNanos(nanos.getAsLong() - start);
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
