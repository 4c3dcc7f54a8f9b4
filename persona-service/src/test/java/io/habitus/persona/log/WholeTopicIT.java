package io.habitus.persona.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.backends.junit.Backends;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WholeTopicIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    /** One that was not prepared for everything. */
    private static final class Stumbling implements WholeTopic.Reader {

        private final List<String> taken = new CopyOnWriteArrayList<>();

        @Override
        public void beginAnew(long end) {
            taken.clear();
        }

        @Override
        public void take(ConsumerRecord<byte[], byte[]> message) {
            taken.add(new String(message.value(), StandardCharsets.UTF_8));
        }

        @Override
        public void complete() {
            taken.add("complete");
        }
    }

    @Test
    void a_record_that_nobody_foresaw_does_not_stop_those_behind_it() throws Exception {
        String topic = "whole-topic-" + UUID.randomUUID();
        var settings = new Properties();
        settings.put("bootstrap.servers", BACKENDS.bootstrapServers());
        var stumbling = new Stumbling();
        try (var admin = Admin.create(Map.of("bootstrap.servers", BACKENDS.bootstrapServers()));
                var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                var reading = new WholeTopic(settings, topic, stumbling)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
            for (String value : new String[] {"one", null, "two"}) {
                producer.send(new ProducerRecord<>(
                                topic, "key", value == null ? null : value.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
            reading.start();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(stumbling.taken).containsExactly("one", "two", "complete"));
        }
    }
}
