package io.habitus.persona;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Window;
import io.habitus.contracts.Topics;
import io.habitus.persona.expected.Expected;
import io.habitus.persona.expected.UsualVolumes;
import io.habitus.persona.range.Range;
import io.habitus.persona.range.RangeView;
import io.habitus.persona.range.Tallies;
import io.habitus.persona.timeline.Timelines;
import io.habitus.persona.timeline.WatchTimeline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology without a broker, with a clock that the test moves. */
public final class Counting implements AutoCloseable {

    /** What it counts by the way. */
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private final Timelines timelines = new Timelines(1);
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> mentions;
    private final TestOutputTopic<String, LiveView> views;
    private final TestOutputTopic<byte[], byte[]> setAside;
    private final Tallies tallies;
    private final Map<String, LiveView> newest = new HashMap<>();
    private Instant now;

    /** Nothing heard so far. */
    public Counting(Instant now) {
        this.now = now;
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "views");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder().toString());
        driver = new TopologyTestDriver(new ViewTopology(timelines, meters).topology(), settings, now);
        mentions =
                driver.createInputTopic(Topics.MENTIONS.name(), new ByteArraySerializer(), new ByteArraySerializer());
        views = driver.createOutputTopic(
                Topics.VIEWS.name(),
                Topics.VIEWS.key().deserializer(),
                Topics.VIEWS.value().deserializer());
        setAside = driver.createOutputTopic(
                Topics.SET_ASIDE.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        tallies = new Tallies(timelines, () -> this.now, Duration.ZERO, meters);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target"), "topology-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** An event arrives. */
    public void hear(Said said) {
        hear(said.key(), Topics.MENTIONS.value().serializer().serialize("any", said.event()));
    }

    /** Any bytes arrive. */
    public void hear(String key, byte[] value) {
        mentions.pipeInput(key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
    }

    /** Time goes by. */
    public void pass(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    /**
     * Time enough goes by for everything that waits to be sent: a beat may do no more than one watch on a slow machine.
     * The minute stays the same, for the next one would begin it all again.
     */
    public void settle() {
        if (now.atOffset(ZoneOffset.UTC).getSecond() >= 57) {
            pass(Duration.ofSeconds(4));
        }
        for (int beat = 0; beat < 40; beat++) {
            pass(Duration.ofMillis(50));
        }
    }

    /** The moment it is. */
    public Instant now() {
        return now;
    }

    /** The views sent since last asked, in order. */
    public List<LiveView> sent() {
        List<LiveView> sent = new ArrayList<>();
        for (KeyValue<String, LiveView> one : views.readKeyValuesToList()) {
            newest.put(one.key, one.value);
            sent.add(one.value);
        }
        return sent;
    }

    /** The newest view; null if none was ever sent. */
    public LiveView view(String project, String watch, Window window) {
        sent();
        return newest.get(project + "/" + watch + "/" + window.name().toLowerCase(Locale.ROOT));
    }

    /** What a range holds. */
    public RangeView range(String project, String watch, Range range) {
        return tallies.of(project, watch, range);
    }

    /** What a range holds of all watches of a project. */
    public List<RangeView> ranges(String project, Range range) {
        return tallies.ofProject(project, range);
    }

    /** The timeline of a watch that was heard. */
    public WatchTimeline timeline(String project, String watch) {
        return timelines.of(project, watch, Duration.ZERO).orElseThrow();
    }

    /** The timelines of what was heard. */
    public Timelines timelines() {
        return timelines;
    }

    /** How much is usual in such a range. */
    public Optional<Expected> usual(RangeView range) {
        return new UsualVolumes(timelines, () -> now, Duration.ZERO, meters).of(range);
    }

    /** Posts of a watch and what each says, by voices that are known. */
    public Map<String, String> texts(String project, String watch, Instant from, Instant to) {
        Map<String, String> texts = new TreeMap<>();
        timelines
                .of(project, watch, Duration.ZERO)
                .ifPresent(timeline -> timeline.listen(
                        from.toEpochMilli(),
                        to.toEpochMilli(),
                        (_, post, _, _, text) -> texts.put(post, text.shown())));
        return texts;
    }

    /** What was set aside since last asked. */
    public List<TestRecord<byte[], byte[]>> setAside() {
        return setAside.readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
