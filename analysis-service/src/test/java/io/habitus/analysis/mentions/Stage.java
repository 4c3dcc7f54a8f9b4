package io.habitus.analysis.mentions;

import io.habitus.analysis.watches.Watchlist;
import io.habitus.contracts.AuthorStatus;
import io.habitus.contracts.Engagement;
import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.RematchEvent;
import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import io.habitus.contracts.WatchEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** {@link MentionTopology} on a stage: what is said to it, and what it said in MENTIONS. */
final class Stage implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    private final Path folder;
    private final Watchlist watchlist = new Watchlist();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> posts;
    private final TestInputTopic<byte[], byte[]> rematches;
    private final TestInputTopic<byte[], byte[]> watches;
    private final TestOutputTopic<String, MentionEvent> mentions;
    private final TestOutputTopic<byte[], byte[]> setAside;
    private final TestOutputTopic<String, SampleEvent> sample;
    private final List<MentionEvent> said = new ArrayList<>();
    private final List<TestRecord<String, SampleEvent>> sampled = new ArrayList<>();
    private final Map<String, WatchEvent> list = new HashMap<>();
    private Instant now = START;

    Stage() {
        this(new Revisions());
    }

    Stage(Screening screening) {
        this(screening, 100_000);
    }

    /** @param samplePosts of each project at most */
    Stage(long samplePosts) {
        this(new Revisions(), samplePosts);
    }

    private Stage(Screening screening, long samplePosts) {
        try {
            folder = Files.createTempDirectory("mention-topology-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "stage");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        var topology = new MentionTopology(watchlist, screening, Tagging.shipped(), new byte[32], samplePosts, meters);
        driver = new TopologyTestDriver(topology.topology(1), settings, START);
        posts = input(Topics.POSTS);
        rematches = input(Topics.REMATCHES);
        watches = input(Topics.WATCHES);
        mentions = driver.createOutputTopic(
                Topics.MENTIONS.name(),
                Topics.MENTIONS.key().deserializer(),
                Topics.MENTIONS.value().deserializer());
        sample = driver.createOutputTopic(
                Topics.SAMPLE.name(),
                Topics.SAMPLE.key().deserializer(),
                Topics.SAMPLE.value().deserializer());
        setAside = driver.createOutputTopic(
                Topics.SET_ASIDE.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private TestInputTopic<byte[], byte[]> input(Topic<?, ?> topic) {
        return driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    // --- saying -----------------------------------------------------------------------------------------------------

    Stage watching(String project, String id, String query) {
        var version = Optional.ofNullable(list.get(project + "/" + id))
                .map(WatchEvent::version)
                .orElse(0L);
        return take(new WatchEvent.Saved(project, id, version + 1, id, query, now, now));
    }

    Stage watching(String id, String query) {
        return watching("default", id, query);
    }

    Stage noLongerWatching(String project, String id) {
        var version = list.get(project + "/" + id).version();
        return take(new WatchEvent.Removed(project, id, version + 1, now));
    }

    Stage noLongerWatching(String id) {
        return noLongerWatching("default", id);
    }

    private Stage take(WatchEvent event) {
        var key = event.project() + "/" + event.watch();
        list.put(key, event);
        send(watches, Topics.WATCHES, key, event);
        return this;
    }

    Stage hears(APost post) {
        var published = post.published();
        return hears(published.postId(), published);
    }

    Stage deletes(String postId) {
        return hears(postId, new PostEvent.Retracted(postId, "forum"));
    }

    Stage counts(String postId, long likes, Instant measuredAt) {
        return hears(
                postId, new PostEvent.Measured(postId, "forum", new Engagement(likes, null, null, null), measuredAt));
    }

    Stage says(String author, AuthorStatus status) {
        return hears(author, new PostEvent.AuthorChanged(author, status, now));
    }

    Stage hears(String key, PostEvent event) {
        send(posts, Topics.POSTS, key, event);
        return this;
    }

    Stage hearsBytes(byte[] key, byte[] value) {
        posts.pipeInput(new TestRecord<>(key, value, tick()));
        return collect();
    }

    Stage looksAgainAt(APost post) {
        var published = post.published();
        return asks(published.postId(), new RematchEvent.LookAgain(published.postId(), published));
    }

    Stage looksAgainAt(String postId) {
        return asks(postId, new RematchEvent.LookAgain(postId, null));
    }

    Stage asks(String key, RematchEvent event) {
        send(rematches, Topics.REMATCHES, key, event);
        return this;
    }

    private <V> void send(TestInputTopic<byte[], byte[]> input, Topic<String, V> topic, String key, V event) {
        input.pipeInput(new TestRecord<>(
                topic.key().serializer().serialize(topic.name(), key),
                topic.value().serializer().serialize(topic.name(), event),
                tick()));
        collect();
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    /** What comes next comes so much later. */
    Stage later(Duration time) {
        now = now.plus(time);
        return this;
    }

    Instant now() {
        return now;
    }

    /** A closed one refuses every post. */
    Stage breakTheWatchlist() {
        watchlist.close();
        return this;
    }

    Stage afterSome(Duration time) {
        driver.advanceWallClockTime(time);
        return collect();
    }

    private Stage collect() {
        said.addAll(mentions.readValuesToList());
        sampled.addAll(sample.readRecordsToList());
        return this;
    }

    // --- what came of it --------------------------------------------------------------------------------------------

    /** Every event in MENTIONS, in order. */
    List<MentionEvent> said() {
        return List.copyOf(said);
    }

    MentionEvent last() {
        return said.getLast();
    }

    /** What is shown in the end, by {@code project/post}. */
    Map<String, Found> shown() {
        var shown = new TreeMap<String, Found>();
        for (var event : said) {
            var key = event.project() + "/" + event.postId();
            switch (event) {
                case Found found -> shown.put(key, found);
                case MentionEvent.Withdrawn _ -> shown.remove(key);
            }
        }
        return shown;
    }

    Found shown(String postId) {
        return shown().get("default/" + postId);
    }

    /** Every record in SAMPLE, in order. */
    List<TestRecord<String, SampleEvent>> sampled() {
        return List.copyOf(sampled);
    }

    /** What SAMPLE holds in the end, by {@code project/post}. */
    Map<String, SampleEvent.Heard> sample() {
        var sample = new TreeMap<String, SampleEvent.Heard>();
        for (var record : sampled) {
            switch (record.value()) {
                case null -> sample.remove(record.key());
                case SampleEvent.Heard heard -> sample.put(record.key(), heard);
            }
        }
        return sample;
    }

    /** What is in the sample of a project at level n: voices of at least this depth. */
    int sampleLevel(String project) {
        var level = driver.<String, Long>getKeyValueStore(MentionTopology.SAMPLE_STORE)
                .get(project + "/level");
        return level == null ? 0 : Math.toIntExact(level);
    }

    List<TestRecord<byte[], byte[]>> setAside() {
        return setAside.readRecordsToList();
    }

    KnownPost known(String postId) {
        return driver.<String, KnownPost>getKeyValueStore(MentionTopology.POSTS_STORE)
                .get(postId);
    }

    /** How many records had this outcome. */
    double received(String outcome) {
        return meters.counter("posts.read", "outcome", outcome).count();
    }

    double received() {
        return meters.find("posts.read").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() {
        driver.close();
        breakTheWatchlist();
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
