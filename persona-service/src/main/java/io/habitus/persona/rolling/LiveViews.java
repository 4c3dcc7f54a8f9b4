package io.habitus.persona.rolling;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.Topics;
import io.habitus.persona.contribution.Difference;
import io.habitus.persona.pace.CommitPace;
import io.habitus.persona.timeline.PartitionTimelines;
import io.habitus.persona.timeline.Timelines;
import io.habitus.persona.timeline.WatchTimeline;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the timelines and the rolling windows of the watches of one partition, and sends the views that changed: at
 * once if the last of that window was sent some time ago, otherwise after that time; {@link LiveWatch} knows how long it
 * is. Each minute the windows move on.
 */
public final class LiveViews implements Processor<byte[], Difference, String, LiveView> {

    private static final Duration BEAT = Duration.ofMillis(50);

    // Several partitions share a thread: what one beat does not reach is left to the next, so that mentions go on.
    private static final long WORK_PER_BEAT = Duration.ofMillis(5).toNanos();

    private final Timelines timelines;
    private final Counter differences;
    private final Counter sent;
    private final Map<String, LiveWatch> watches = new HashMap<>();
    private final Set<LiveWatch> toMove = new LinkedHashSet<>();
    private final Set<LiveWatch> toSend = new LinkedHashSet<>();
    private ProcessorContext<String, LiveView> context;
    private PartitionTimelines partition;
    private CommitPace pace;
    private long minute;

    /**
     * @param timelines where the partition is opened for reading while it is here
     * @param meters {@code persona.differences} counted in, {@code persona.views} sent
     */
    public LiveViews(Timelines timelines, MeterRegistry meters) {
        this.timelines = timelines;
        this.differences = Counter.builder("persona.differences")
                .description("Changes of a watch's timeline that were counted in")
                .register(meters);
        this.sent = Counter.builder("persona.views")
                .description("Live views written to VIEWS")
                .register(meters);
    }

    @Override
    public void init(ProcessorContext<String, LiveView> context) {
        this.context = context;
        this.partition = new PartitionTimelines(context);
        // Streams begins again with this very object when a transaction was lost: what was counted in it is not.
        watches.clear();
        toMove.clear();
        toSend.clear();
        for (WatchTimeline timeline : partition.all()) {
            LiveWatch watch = new LiveWatch(timeline);
            watches.put(timeline.watch(), watch);
            toMove.add(watch);
        }
        this.minute = endOfMinute();
        this.pace = CommitPace.of(context);
        context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, _ -> beat());
        timelines.opened(context.taskId().partition(), partition);
    }

    @Override
    public void process(Record<byte[], Difference> record) {
        pace.read(record.timestamp());
        LiveWatch watch = watches.computeIfAbsent(new String(record.key(), StandardCharsets.UTF_8), this::meet);
        watch.apply(record.value());
        differences.increment();
        // One that still waits for its windows is sent when they are counted.
        if (watch.isAt(minute) && watch.hasUnsent()) {
            sendInTime(watch);
        }
    }

    private LiveWatch meet(String name) {
        LiveWatch watch = new LiveWatch(partition.of(name));
        watch.moveTo(minute);
        return watch;
    }

    private void beat() {
        long deadline = System.nanoTime() + WORK_PER_BEAT;
        sendWhatIsDue(deadline);
        long now = endOfMinute();
        if (now > minute) {
            minute = now;
            toMove.addAll(watches.values());
        }
        moveOn(deadline);
    }

    private void sendWhatIsDue(long deadline) {
        List<LiveWatch> again = new ArrayList<>();
        for (Iterator<LiveWatch> waiting = toSend.iterator(); waiting.hasNext(); ) {
            LiveWatch watch = waiting.next();
            if (watch.isDue(context.currentSystemTimeMs())) {
                waiting.remove();
                send(watch);
                if (watch.hasUnsent()) {
                    again.add(watch);
                }
                if (System.nanoTime() > deadline) {
                    break;
                }
            }
        }
        // Behind those that have waited longer, whom a beat may not have reached.
        toSend.addAll(again);
    }

    private void moveOn(long deadline) {
        for (Iterator<LiveWatch> waiting = toMove.iterator(); waiting.hasNext(); ) {
            LiveWatch watch = waiting.next();
            waiting.remove();
            watch.moveTo(minute);
            if (watch.hasUnsent()) {
                sendInTime(watch);
            }
            if (System.nanoTime() > deadline) {
                return;
            }
        }
    }

    private void sendInTime(LiveWatch watch) {
        if (watch.isDue(context.currentSystemTimeMs())) {
            send(watch);
        }
        if (watch.hasUnsent()) {
            toSend.add(watch);
        } else {
            toSend.remove(watch);
        }
    }

    private void send(LiveWatch watch) {
        pace.sent();
        long now = context.currentSystemTimeMs();
        watch.moveTo(minute);
        for (LiveView view : watch.send(now)) {
            context.forward(new Record<>(key(view), view, now));
            sent.increment();
        }
    }

    /** As {@link Topics#VIEWS} is keyed. */
    static String key(LiveView view) {
        return Topics.projectKey(view.project(), view.watch()) + "/"
                + view.window().name().toLowerCase(Locale.ROOT);
    }

    private long endOfMinute() {
        return Math.floorDiv(context.currentSystemTimeMs(), RollingWindow.MINUTE) * RollingWindow.MINUTE
                + RollingWindow.MINUTE;
    }

    @Override
    public void close() {
        timelines.closed(context.taskId().partition(), partition);
    }
}
