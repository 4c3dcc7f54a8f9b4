package io.habitus.persona.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.LiveView.Window;
import io.habitus.contracts.Topics;
import io.habitus.persona.contribution.Difference;
import io.habitus.persona.contribution.DifferenceSerde;
import io.habitus.persona.contribution.Entry;
import io.habitus.persona.contribution.Text;
import io.habitus.persona.contribution.Utterance;
import io.habitus.persona.timeline.PartitionTimelines;
import io.habitus.persona.timeline.Timelines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka Streams goes on with the same processor after a lost transaction, on stores as they were before it. */
class BegunAgainTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    private final LiveViews views = new LiveViews(new Timelines(1), new SimpleMeterRegistry());

    @Test
    void what_was_counted_in_a_lost_transaction_is_not_counted_when_it_comes_again() {
        assertThat(dayAfter("lost", 1)).isEqualTo(new Volume(1, 0, 1, 0));
        assertThat(dayAfter("again", 1)).isEqualTo(new Volume(1, 0, 1, 0));
    }

    /** On empty stores, with the one object of views. */
    private Volume dayAfter(String name, long post) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(name).toString());
        try (var driver = new TopologyTestDriver(topology(), settings, NOON)) {
            var differences = driver.<byte[], Difference>createInputTopic(
                    "differences", Serdes.ByteArray().serializer(), new DifferenceSerde().serializer());
            var sent = driver.createOutputTopic(
                    "views",
                    Serdes.String().deserializer(),
                    Topics.VIEWS.value().deserializer());
            var said = new Entry(NOON.minusSeconds(60).toEpochMilli(), new Utterance(false, false, null, 7, null));
            differences.pipeInput(
                    "default/bahn".getBytes(StandardCharsets.UTF_8),
                    new Difference(0, post, 0, post, null, said, Text.NONE));
            for (int beat = 0; beat < 40; beat++) {
                driver.advanceWallClockTime(Duration.ofMillis(50));
            }
            return sent.readValuesToList().stream()
                    .filter(view -> view.window() == Window.DAY)
                    .reduce((_, newest) -> newest)
                    .map(LiveView::total)
                    .orElseThrow();
        }
    }

    private Topology topology() {
        var topology = new Topology()
                .addSource(
                        "read", Serdes.ByteArray().deserializer(), new DifferenceSerde().deserializer(), "differences")
                .addProcessor("keep", () -> new Same(views), "read")
                .addSink(
                        "send",
                        "views",
                        Serdes.String().serializer(),
                        Topics.VIEWS.value().serializer(),
                        "keep");
        PartitionTimelines.stores(Map.of()).forEach(store -> topology.addStateStore(store, "keep"));
        return topology;
    }

    /** A supplier must give a new object each time. */
    private record Same(LiveViews views) implements Processor<byte[], Difference, String, LiveView> {
        @Override
        public void init(ProcessorContext<String, LiveView> context) {
            views.init(context);
        }

        @Override
        public void process(Record<byte[], Difference> record) {
            views.process(record);
        }

        @Override
        public void close() {
            views.close();
        }
    }
}
