package io.habitus.persona.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The timelines of the watches of one partition, while this instance has it. */
public final class PartitionTimelines {

    /** The store: {@link TimelineKey} → utterance. */
    public static final String TIMELINE = "timeline";

    /** The store: {@link TimelineKey} → what the mention says; those without words are absent. */
    public static final String TEXTS = "texts";

    /** The store: {@code project/watch} → {@link AsOf}. Also the list of all watches ever heard. */
    public static final String HEARD = "heard";

    private final KeyValueStore<Bytes, byte[]> entries;
    private final KeyValueStore<Bytes, byte[]> texts;
    private final KeyValueStore<String, byte[]> heard;
    private final Map<String, WatchTimeline> watches = new ConcurrentHashMap<>();

    /** Those in the stores of this task. */
    public PartitionTimelines(ProcessingContext context) {
        this.entries = context.getStateStore(TIMELINE);
        this.texts = context.getStateStore(TEXTS);
        this.heard = context.getStateStore(HEARD);
        try (KeyValueIterator<String, byte[]> all = heard.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> one = all.next();
                watches.put(one.key, new WatchTimeline(one.key, entries, texts, heard, AsOf.read(one.value)));
            }
        }
    }

    /** The stores they live in, with these settings for their changelogs. */
    public static List<StoreBuilder<?>> stores(Map<String, String> changelog) {
        return List.of(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(TIMELINE), Serdes.Bytes(), Serdes.ByteArray())
                        .withLoggingEnabled(changelog),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TEXTS), Serdes.Bytes(), Serdes.ByteArray())
                        .withLoggingEnabled(changelog),
                // Every difference moves it on; cached, it is written once per watch and commit.
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(HEARD), Serdes.String(), Serdes.ByteArray())
                        .withLoggingEnabled(changelog)
                        .withCachingEnabled());
    }

    /** Every watch ever heard here, also those that hear nothing now. */
    public Collection<WatchTimeline> all() {
        return watches.values();
    }

    /** The timeline of this watch; null if it was never heard. */
    public WatchTimeline find(String watch) {
        return watches.get(watch);
    }

    /** The timeline of this watch, begun if it was never heard. */
    public WatchTimeline of(String watch) {
        return watches.computeIfAbsent(watch, name -> new WatchTimeline(name, entries, texts, heard, new AsOf()));
    }
}
