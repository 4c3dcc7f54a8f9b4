package io.habitus.persona.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.backends.junit.Backends;
import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.SampleEvent.Heard;
import io.habitus.contracts.SourceType;
import io.habitus.contracts.Topics;
import io.habitus.persona.log.WholeTopic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a real log into memory. */
class SampleReaderIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String project = "project-" + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final Sample sample = new Sample(64 << 20, InstantSource.system());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void it_waits_for_the_topic_and_holds_what_is_there_and_follows() throws Exception {
        var settings = new Properties();
        settings.put("bootstrap.servers", BACKENDS.bootstrapServers());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        try (var reader = new WholeTopic(settings, Topics.SAMPLE.name(), new SampleReader(sample, meters));
                var admin = Admin.create(Map.of("bootstrap.servers", BACKENDS.bootstrapServers()));
                var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            reader.start();
            if (!admin.listTopics().names().get().contains(Topics.SAMPLE.name())) {
                assertThat(sample.isComplete()).isFalse();
                admin.createTopics(List.of(new NewTopic(Topics.SAMPLE.name(), 2, (short) 1)))
                        .all()
                        .get();
            }
            write(producer, "1", "words", now);
            write(producer, "2", "old words", now.minus(Duration.ofDays(31)));
            producer.send(new ProducerRecord<>(Topics.SAMPLE.name(), project + "/x", new byte[] {'?'}));
            await().atMost(SOON).untilAsserted(() -> assertThat(texts()).containsExactly("words"));
            await().atMost(SOON).until(sample::isComplete);

            write(producer, "1", "other words", now);
            await().atMost(SOON).untilAsserted(() -> assertThat(texts()).containsExactly("other words"));
            assertThat(meters.get("persona.sample.posts").gauge().value()).isPositive();

            producer.send(new ProducerRecord<>(Topics.SAMPLE.name(), project + "/" + id("1"), null));
            await().atMost(SOON).untilAsserted(() -> assertThat(texts()).isEmpty());
            await().atMost(SOON)
                    .until(() -> meters.get("persona.sample.lag").gauge().value() == 0);
        }
    }

    private static String id(String number) {
        return "0".repeat(31) + number;
    }

    private List<String> texts() {
        return java.util.stream.StreamSupport.stream(sample.of(project).spliterator(), false)
                .map(SampledPost::shownText)
                .toList();
    }

    private void write(KafkaProducer<String, byte[]> producer, String number, String text, Instant heard)
            throws Exception {
        var event = new Heard(
                project,
                id(number),
                now,
                "0123456789abcdeffedcba9876543210",
                "de",
                SourceType.POST,
                null,
                text,
                SampleEvent.shareOf(0));
        producer.send(new ProducerRecord<>(
                        Topics.SAMPLE.name(),
                        null,
                        heard.toEpochMilli(),
                        project + "/" + id(number),
                        Topics.SAMPLE.value().serializer().serialize("", event)))
                .get();
    }
}
