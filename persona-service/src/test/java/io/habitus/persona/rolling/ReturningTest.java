package io.habitus.persona.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.Topics;
import io.habitus.persona.History;
import io.habitus.persona.Said;
import io.habitus.persona.contribution.Contributions;
import io.habitus.persona.contribution.Difference;
import io.habitus.persona.contribution.Outcome;
import io.habitus.persona.timeline.PartitionTimelines;
import io.habitus.persona.timeline.Timelines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partition goes to another instance, or comes back after a restart: only its stores come along. */
class ReturningTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:20Z");

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MockProcessorContext<String, LiveView> stores;
    private MockProcessorContext<byte[], Outcome> contributionStore;

    @BeforeEach
    void open() {
        stores = opened(PartitionTimelines.stores(Map.of()), "timelines");
        contributionStore = opened(List.of(Contributions.store(Map.of())), "contributions");
    }

    @AfterEach
    void close() {
        ((StateStore) stores.getStateStore(PartitionTimelines.TIMELINE)).close();
        ((StateStore) contributionStore.getStateStore(Contributions.STORE)).close();
    }

    @Test
    void who_takes_over_says_the_same() {
        var timelines = new Timelines(1);
        var before = new LiveViews(timelines, meters);
        before.init(stores);
        differences(300).forEach(before::process);
        beat();
        var said = newest();

        before.close();
        stores.resetForwards();
        stores.scheduledPunctuators().clear();
        var after = new LiveViews(timelines, meters);
        after.init(stores);
        beat();

        assertThat(newest()).isEqualTo(said).isNotEmpty();
    }

    @Test
    void a_difference_that_comes_before_the_windows_are_counted_counts_once() {
        var timelines = new Timelines(1);
        var differences = differences(300);
        var before = new LiveViews(timelines, meters);
        before.init(stores);
        differences.subList(0, 200).forEach(before::process);
        before.close();

        stores.resetForwards();
        stores.scheduledPunctuators().clear();
        var after = new LiveViews(timelines, meters);
        after.init(stores);
        differences.subList(200, differences.size()).forEach(after::process);
        beat();
        var said = newest();

        stores.resetForwards();
        stores.scheduledPunctuators().clear();
        var recounted = new LiveViews(timelines, meters);
        recounted.init(stores);
        beat();
        assertThat(said).isEqualTo(newest()).isNotEmpty();
    }

    /** What a random past changes in the timelines of two watches. */
    private List<Record<byte[], Difference>> differences(int events) {
        var contributions = new Contributions(meters);
        contributions.init(contributionStore);
        var history = new History(42);
        for (int offset = 0; offset < events; offset++) {
            Said said = history.next(NOW);
            contributionStore.setRecordMetadata(Topics.MENTIONS.name(), 0, offset);
            contributions.process(new Record<>(
                    said.key().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Topics.MENTIONS.value().serializer().serialize("any", said.event()),
                    0));
        }
        return contributionStore.forwarded().stream()
                .map(forward -> forward.record())
                .map(record -> new Record<byte[], Difference>(
                        record.key(), ((Outcome.Changed) record.value()).difference(), record.timestamp()))
                .toList();
    }

    /** As often as it takes for all that waits. */
    private void beat() {
        for (int i = 0; i < 40; i++) {
            stores.setCurrentSystemTimeMs(stores.currentSystemTimeMs() + 50);
            stores.scheduledPunctuators().getLast().getPunctuator().punctuate(0);
        }
    }

    private Map<String, LiveView> newest() {
        Map<String, LiveView> newest = new HashMap<>();
        stores.forwarded()
                .forEach(forward ->
                        newest.put(forward.record().key(), forward.record().value()));
        return newest;
    }

    private <K, V> MockProcessorContext<K, V> opened(List<StoreBuilder<?>> builders, String name) {
        File home = folder.resolve(name).toFile();
        var context = new MockProcessorContext<K, V>(
                new Properties(), new org.apache.kafka.streams.processor.TaskId(0, 0), home);
        context.setCurrentSystemTimeMs(NOW.toEpochMilli());
        for (StoreBuilder<?> builder : builders) {
            var store = builder.withLoggingDisabled().withCachingDisabled().build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        }
        return context;
    }
}
