package io.habitus.analysis.mentions;

import io.habitus.analysis.log.OwnTopics;
import io.habitus.analysis.watches.Watchlist;
import io.habitus.contracts.JsonSerde;
import io.habitus.contracts.PostEvent.AuthorChanged;
import io.habitus.contracts.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From what was said to what a project's watches hear. Read this first.
 *
 * <pre>
 * POSTS ──────▶ read-posts ──────┐
 *                                ├▶ understand ▶ decide ▶ write-mentions ▶ MENTIONS
 * REMATCHES ──▶ read-rematches ──┘       │        ├────▶ write-sample ▶ SAMPLE
 *                                        └────────┴────▶ set-aside ▶ SET_ASIDE
 * WATCHES ────▶ read-watches ▶ take-over-watches (every instance holds all of them)
 * </pre>
 *
 * What is decided, and why it holds under duplicates, edits, deletions, authors that go and watches that change, stands
 * in {@link Decisions}.
 */
public final class MentionTopology {

    static final String UNDERSTAND = "understand";
    static final String DECIDE = "decide";
    static final String WRITE_MENTIONS = "write-mentions";
    static final String WRITE_SAMPLE = "write-sample";
    static final String SET_ASIDE = "set-aside";

    /** Post id to what is known of the post. */
    static final String POSTS_STORE = "known-posts";
    /** Author pseudonym to the newest change of what may be shown of the author. */
    static final String AUTHORS_STORE = "authors";
    /** {@code author/postId} of every post whose text is kept or sampled. */
    static final String POSTS_OF_AUTHORS_STORE = "posts-of-authors";
    /** Author pseudonym to the last post id done, while the author's posts are gone through. */
    static final String SWEEPS_STORE = "sweeps";
    /** How wide the sample of each project is, and what is in it: {@link SampleBudget}. */
    static final String SAMPLE_STORE = "sample-budget";

    private static final String WATCHES_STORE = "watches";

    private final Watchlist watchlist;
    private final Screening screening;
    private final Tagging tagging;
    private final byte[] projectKey;
    private final long samplePosts;
    private final MeterRegistry meters;

    /**
     * @param watchlist filled by this topology, and by nobody else
     * @param projectKey at least 32 random bytes, from which the authors' names in each project are made
     * @param samplePosts of one project at most in SAMPLE, over all partitions; 0 for no sample
     */
    MentionTopology(
            Watchlist watchlist,
            Screening screening,
            Tagging tagging,
            byte[] projectKey,
            long samplePosts,
            MeterRegistry meters) {
        this.watchlist = watchlist;
        this.screening = screening;
        this.tagging = tagging;
        this.projectKey = projectKey.clone();
        this.samplePosts = samplePosts;
        this.meters = meters;
    }

    /** @param partitions of POSTS; each has its share of the sample */
    Topology topology(int partitions) {
        var share = Math.ceilDiv(samplePosts, partitions);
        var received = new Received(meters);
        var topology = new Topology()
                .addSource("read-posts", bytes(), bytes(), Topics.POSTS.name())
                .addSource("read-rematches", bytes(), bytes(), Topics.REMATCHES.name())
                .addProcessor(UNDERSTAND, () -> new Reading(received), "read-posts", "read-rematches")
                .addProcessor(DECIDE, () -> decisions(received, share), UNDERSTAND)
                .addSink(
                        WRITE_MENTIONS,
                        Topics.MENTIONS.name(),
                        Topics.MENTIONS.key().serializer(),
                        Topics.MENTIONS.value().serializer(),
                        DECIDE)
                .addSink(
                        WRITE_SAMPLE,
                        Topics.SAMPLE.name(),
                        Topics.SAMPLE.key().serializer(),
                        Topics.SAMPLE.value().serializer(),
                        DECIDE)
                .addSink(
                        SET_ASIDE,
                        Topics.SET_ASIDE.name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        UNDERSTAND,
                        DECIDE)
                .addStateStore(store(POSTS_STORE, new KnownPostSerde()), DECIDE)
                .addStateStore(store(AUTHORS_STORE, JsonSerde.of(AuthorChanged.class)), DECIDE)
                .addStateStore(store(POSTS_OF_AUTHORS_STORE, Serdes.ByteArray()), DECIDE)
                .addStateStore(store(SWEEPS_STORE, Serdes.String()), DECIDE)
                .addStateStore(store(SAMPLE_STORE, Serdes.Long()), DECIDE);
        return readingWatches(topology);
    }

    /**
     * The global store's own processor runs for every record, also at start, and the stream threads wait for it: no
     * post meets an incomplete list. In memory, for a store that came back by itself would leave the list empty.
     */
    private Topology readingWatches(Topology topology) {
        return topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(WATCHES_STORE), Serdes.ByteArray(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "read-watches",
                bytes(),
                bytes(),
                Topics.WATCHES.name(),
                "take-over-watches",
                () -> new TakingOverWatches(watchlist));
    }

    private Decisions decisions(Received received, long share) {
        var pseudonyms = new ProjectPseudonyms(projectKey);
        var sampling = new Sampling(watchlist, pseudonyms, share);
        return new Decisions(watchlist, screening, tagging, pseudonyms, sampling, received);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingDisabled()
                .withLoggingEnabled(OwnTopics.FORGETTING_WITHIN_A_DAY);
    }

    private static ByteArrayDeserializer bytes() {
        return new ByteArrayDeserializer();
    }
}
