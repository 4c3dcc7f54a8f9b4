package io.habitus.analysis.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka Streams goes on with the same processor after a lost transaction, on stores as they were before it. */
class SamplingBegunAgainTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int MOST = 10;

    @TempDir
    private Path folder;

    private final Sampling sampling = new Sampling(null, new ProjectPseudonyms(new byte[32]), MOST);

    @Test
    void what_was_counted_in_a_lost_transaction_is_not_counted_when_it_comes_again() {
        var first = sharesOf("lost", 3 * MOST);

        assertThat(first).contains(1.0, .5);
        assertThat(sharesOf("again", 3 * MOST)).isEqualTo(first);
    }

    /** On empty stores, with the one object. */
    private List<Double> sharesOf(String name, int posts) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, name);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(name).toString());
        try (var driver = new TopologyTestDriver(topology(), settings, NOON)) {
            var numbers = driver.createInputTopic(
                    "numbers", Serdes.String().serializer(), Serdes.Long().serializer());
            var sample = driver.createOutputTopic(
                    Topics.SAMPLE.name(),
                    Topics.SAMPLE.key().deserializer(),
                    Topics.SAMPLE.value().deserializer());
            for (var i = 0L; i < posts; i++) {
                numbers.pipeInput("any", i, NOON);
            }
            return sample.readValuesToList().stream()
                    .map(event -> ((SampleEvent.Heard) event).share())
                    .toList();
        }
    }

    private Topology topology() {
        return new Topology()
                .addSource(
                        "numbers", Serdes.String().deserializer(), Serdes.Long().deserializer(), "numbers")
                .addProcessor("sample", Numbered::new, "numbers")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(MentionTopology.SAMPLE_STORE),
                                Serdes.String(),
                                Serdes.Long()),
                        "sample")
                .addSink(
                        MentionTopology.WRITE_SAMPLE,
                        Topics.SAMPLE.name(),
                        Topics.SAMPLE.key().serializer(),
                        Topics.SAMPLE.value().serializer(),
                        "sample");
    }

    /** Each number is the post of another author. */
    private final class Numbered implements Processor<String, Long, Object, Object> {

        @Override
        public void init(ProcessorContext<Object, Object> context) {
            sampling.init(context);
        }

        @Override
        public void process(Record<String, Long> record) {
            var post = APost.post("p" + record.value())
                    .of("a")
                    .by("author" + record.value())
                    .published();
            sampling.take(KnownPost.UNKNOWN, KnownPost.UNKNOWN.accepting(post, 1, NOON), post, NOON);
        }
    }
}
