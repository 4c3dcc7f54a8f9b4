package io.habitus.persona.sample;

import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.Topics;
import io.habitus.persona.log.WholeTopic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings all of SAMPLE to the sample. */
public final class SampleReader implements WholeTopic.Reader {

    private static final Logger LOG = LoggerFactory.getLogger(SampleReader.class);

    private final Sample sample;
    private volatile long lag;

    /**
     * @param sample where the posts go; nobody else writes to it
     * @param meters {@code persona.sample.posts}, {@code persona.sample.bytes}, {@code persona.sample.lag} (records)
     */
    public SampleReader(Sample sample, MeterRegistry meters) {
        this.sample = sample;
        Gauge.builder("persona.sample.posts", sample, Sample::posts)
                .description("Posts in the sample of everything heard, all projects")
                .register(meters);
        Gauge.builder("persona.sample.bytes", sample, Sample::bytes)
                .description("Memory that the sample takes, estimated")
                .baseUnit("bytes")
                .register(meters);
        Gauge.builder("persona.sample.lag", () -> lag)
                .description("Records of SAMPLE that wait to be read")
                .register(meters);
    }

    @Override
    public void beginAnew(long end) {
        sample.beginAnew();
    }

    @Override
    public void complete() {
        sample.complete();
    }

    @Override
    public void tick(long lag) {
        this.lag = lag;
        sample.forgetWhatIsOld();
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> message) {
        try {
            read(message);
        } catch (SerializationException | IllegalArgumentException unreadable) {
            LOG.atWarn()
                    .addKeyValue("partition", message.partition())
                    .addKeyValue("offset", message.offset())
                    .addKeyValue("reason", unreadable.getClass().getSimpleName())
                    .log("passed over a sampled post nobody can read");
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> message) {
        var key = new String(message.key(), StandardCharsets.UTF_8);
        var event = Topics.SAMPLE.value().deserializer().deserialize(message.topic(), message.value());
        switch (event) {
            case null -> {
                var slash = key.indexOf('/');
                sample.remove(key.substring(0, Math.max(slash, 0)), key.substring(slash + 1));
            }
            case SampleEvent.Heard heard -> {
                if (!isComplete(heard) || !key.equals(Topics.projectKey(heard.project(), heard.postId()))) {
                    throw new IllegalArgumentException("incomplete");
                }
                sample.take(heard, Instant.ofEpochMilli(message.timestamp()));
            }
        }
    }

    private static boolean isComplete(SampleEvent.Heard heard) {
        return heard.project() != null
                && heard.postId() != null
                && heard.at() != null
                && heard.voice() != null
                && heard.text() != null;
    }
}
