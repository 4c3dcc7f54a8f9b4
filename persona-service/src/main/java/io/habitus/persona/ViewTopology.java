package io.habitus.persona;

import io.habitus.contracts.Topics;
import io.habitus.persona.contribution.Contributions;
import io.habitus.persona.contribution.Difference;
import io.habitus.persona.contribution.DifferenceSerde;
import io.habitus.persona.contribution.Outcome;
import io.habitus.persona.rolling.LiveViews;
import io.habitus.persona.timeline.PartitionTimelines;
import io.habitus.persona.timeline.Timelines;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Mentions become live views. By mention: what does this event change about what the mention contributes to each watch?
 * By watch: take the difference into the timeline and the rolling windows, and send the views that changed.
 */
final class ViewTopology {

    // The changelogs: small segments are compacted and forgotten sooner. They hold texts, so what was erased must be
    // gone
    // from them within about a day, also where little is written.
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.SEGMENT_BYTES_CONFIG,
            Integer.toString(64 << 20),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.3",
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
            Long.toString(Duration.ofDays(1).toMillis()),
            TopicConfig.SEGMENT_MS_CONFIG,
            Long.toString(Duration.ofDays(1).toMillis()));

    private static final Serde<byte[]> BYTES = Serdes.ByteArray();

    private final Timelines timelines;
    private final MeterRegistry meters;

    ViewTopology(Timelines timelines, MeterRegistry meters) {
        this.timelines = timelines;
        this.meters = meters;
    }

    Topology topology() {
        StreamsBuilder streams = new StreamsBuilder();
        streams.addStateStore(Contributions.store(CHANGELOG));
        PartitionTimelines.stores(CHANGELOG).forEach(streams::addStateStore);

        streams.stream(Topics.MENTIONS.name(), Consumed.with(BYTES, BYTES).withName("read-mentions"))
                .process(() -> new Contributions(meters), Named.as("compare-contributions"), Contributions.STORE)
                .split(Named.as("outcome-"))
                .branch(
                        (_, outcome) -> outcome instanceof Outcome.Refused,
                        Branched.withConsumer(this::setAside, "refused"))
                .branch(
                        (_, outcome) -> outcome instanceof Outcome.Changed,
                        Branched.withConsumer(this::keepViews, "changed"));
        return streams.build();
    }

    private void setAside(KStream<byte[], Outcome> refused) {
        refused.mapValues(outcome -> ((Outcome.Refused) outcome).original(), Named.as("take-original"))
                .to(
                        Topics.SET_ASIDE.name(),
                        Produced.with(Topics.SET_ASIDE.key(), Topics.SET_ASIDE.value())
                                .withName("set-aside"));
    }

    private void keepViews(KStream<byte[], Outcome> changed) {
        changed.mapValues(outcome -> ((Outcome.Changed) outcome).difference(), Named.as("take-difference"))
                .repartition(Repartitioned.<byte[], Difference>as("differences")
                        .withKeySerde(BYTES)
                        .withValueSerde(new DifferenceSerde())
                        .withNumberOfPartitions(timelines.partitions()))
                .process(
                        () -> new LiveViews(timelines, meters),
                        Named.as("keep-views"),
                        PartitionTimelines.TIMELINE,
                        PartitionTimelines.TEXTS,
                        PartitionTimelines.HEARD)
                .to(
                        Topics.VIEWS.name(),
                        Produced.with(Topics.VIEWS.key(), Topics.VIEWS.value()).withName("send-views"));
    }
}
