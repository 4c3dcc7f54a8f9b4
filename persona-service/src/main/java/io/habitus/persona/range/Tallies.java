package io.habitus.persona.range;

import io.habitus.contracts.LiveView;
import io.habitus.persona.timeline.Stretch;
import io.habitus.persona.timeline.Timelines;
import io.habitus.persona.timeline.TimelinesAway;
import io.habitus.persona.timeline.WatchTimeline;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Answers what a watch hears in any stretch of time, counted from its timeline when asked. The one place that will
 * have to know of other instances.
 */
public final class Tallies {

    // A scan keeps a core busy and remembers every voice.
    private static final int SCANS_AT_ONCE = 4;

    private final Timelines timelines;
    private final InstantSource clock;
    private final Duration patience;
    private final Semaphore scans = new Semaphore(SCANS_AT_ONCE, true);
    private final Timer scanTime;

    /**
     * @param patience how long a request waits for a timeline that is being restored
     * @param meters {@code persona.range}: the time of each scan
     */
    public Tallies(Timelines timelines, InstantSource clock, Duration patience, MeterRegistry meters) {
        this.timelines = timelines;
        this.clock = clock;
        this.patience = patience;
        this.scanTime = Timer.builder("persona.range")
                .description("Scanning a timeline for a range")
                .register(meters);
    }

    /**
     * What one watch hears in this range; zeros for a watch nobody has heard of.
     *
     * @throws TimelinesAway if its timeline is not here now
     * @throws TooManyBuckets if the range has too many
     */
    public RangeView of(String project, String watch, Range range) {
        return patiently(() -> timelines
                .of(project, watch, patience)
                .map(timeline -> tally(project, timeline, range))
                .orElseGet(() -> nothing(project, watch, range)));
    }

    /**
     * What every watch of a project hears that has anything at all, each over the same stretch: a missing end is that
     * of the whole project.
     *
     * @throws TimelinesAway if a timeline is not here now
     * @throws TooManyBuckets if the range has too many
     */
    public List<RangeView> ofProject(String project, Range range) {
        return patiently(() -> {
            List<WatchTimeline> heard = timelines.ofProject(project, patience).stream()
                    .filter(timeline -> timeline.first() != null)
                    .toList();
            Range common = common(heard, range);
            List<RangeView> views = new ArrayList<>(heard.size());
            for (WatchTimeline timeline : heard) {
                views.add(tally(project, timeline, common));
            }
            return views;
        });
    }

    private Range common(List<WatchTimeline> heard, Range range) {
        Instant from = range.from() != null
                ? range.from()
                : times(heard.stream().map(WatchTimeline::first))
                        .min(Instant::compareTo)
                        .orElse(null);
        Instant to = range.to() != null
                ? range.to()
                : times(heard.stream().map(WatchTimeline::last))
                        .max(Instant::compareTo)
                        .map(last -> last.plusMillis(1))
                        .orElse(null);
        if (from == null || to == null || !from.isAfter(to)) {
            return new Range(from, to, range.interval(), range.zone());
        }
        // All lies on the other side of the end that was asked for.
        Instant asked = range.from() != null ? from : to;
        return new Range(asked, asked, range.interval(), range.zone());
    }

    private static Stream<Instant> times(Stream<Instant> times) {
        return times.filter(Objects::nonNull);
    }

    private RangeView tally(String project, WatchTimeline timeline, Range range) {
        scans.acquireUninterruptibly();
        try (Stretch stretch = timeline.open(range.from(), range.to(), clock.instant())) {
            return scanTime.record(() -> tally(project, timeline, stretch, range));
        } finally {
            scans.release();
        }
    }

    private static RangeView tally(String project, WatchTimeline timeline, Stretch stretch, Range range) {
        Interval interval = interval(stretch.from(), stretch.to(), range);
        Buckets buckets = Buckets.of(stretch.from(), stretch.to(), interval, range.zone());
        RangeTally tally = new RangeTally(buckets);
        stretch.forEach(tally);
        List<LiveView.Bucket> series = tally.series();
        LiveView view = new LiveView(
                project,
                timeline.watch().substring(project.length() + 1),
                null,
                stretch.from(),
                stretch.to(),
                stretch.first(),
                stretch.last(),
                stretch.asOf(),
                tally.total(),
                tally.piles(),
                tally.sources(),
                series);
        return new RangeView(view, interval, range.zone());
    }

    private RangeView nothing(String project, String watch, Range range) {
        Instant end = range.to() != null ? range.to() : range.from() != null ? range.from() : clock.instant();
        Instant start = range.from() != null ? range.from() : end;
        LiveView view = new LiveView(
                project,
                watch,
                null,
                start,
                end,
                null,
                null,
                Map.of(),
                new LiveView.Volume(0, 0, 0, 0),
                LiveView.Piles.NONE,
                List.of(),
                List.of());
        Interval interval = interval(start, end, range);
        Buckets.of(start, end, interval, range.zone());
        return new RangeView(view, interval, range.zone());
    }

    private static Interval interval(Instant from, Instant to, Range range) {
        return range.interval() != null ? range.interval() : Buckets.readable(from, to);
    }

    /** A timeline can be taken away under a scan; then all is asked again, and waits for where it went. */
    private <T> T patiently(Supplier<T> question) {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            try {
                return question.get();
            } catch (InvalidStateStoreException closed) {
                if (Instant.now().isAfter(deadline)) {
                    throw new TimelinesAway(closed);
                }
            }
        }
    }
}
