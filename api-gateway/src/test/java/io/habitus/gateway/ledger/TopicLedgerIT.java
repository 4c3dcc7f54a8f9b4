package io.habitus.gateway.ledger;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.habitus.backends.junit.Backends;
import io.habitus.contracts.KeyEvent;
import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TopicLedgerIT extends LedgerContract {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    private final Topic<String, KeyEvent> topic = new Topic<>(
            "keys-" + UUID.randomUUID(),
            Topics.KEYS.key(),
            Topics.KEYS.value(),
            Topics.KEYS.keeping(),
            Topics.KEYS.spread());

    private TopicLedger<KeyEvent> ledger;

    @BeforeEach
    void open() {
        ledger = opened();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Override
    Ledger<KeyEvent> ledger() {
        return ledger;
    }

    private TopicLedger<KeyEvent> opened() {
        var opened = new TopicLedger<>(topic, broker());
        opened.open();
        await().atMost(ofSeconds(30)).until(opened::isCurrent);
        return opened;
    }

    private static Broker broker() {
        Map<String, Object> address = Map.of("bootstrap.servers", BACKENDS.bootstrapServers());
        return new Broker(address, address, address, (short) 1);
    }

    private void writeRaw(String key, byte[] value) throws ExecutionException, InterruptedException {
        var serializer = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(broker().producer(), serializer, serializer)) {
            producer.send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        }
    }

    @Test
    void another_instance_reads_it_a_moment_later() {
        try (var other = opened()) {
            ledger.write("k", new KeyEvent.Revoked("k", AT));
            await().atMost(ofSeconds(5))
                    .untilAsserted(() -> assertThat(other.newest("k")).isPresent());
        }
    }

    @Test
    void a_new_instance_knows_everything_once_it_is_current() {
        for (var i = 0; i < 50; i++) {
            ledger.write("k" + i, new KeyEvent.Revoked("k" + i, AT));
        }
        try (var other = opened()) {
            assertThat(other.all()).hasSize(50);
        }
    }

    @Test
    void a_deleted_key_is_gone() throws ExecutionException, InterruptedException {
        ledger.write("k", new KeyEvent.Revoked("k", AT));
        writeRaw("k", null);
        await().atMost(ofSeconds(5))
                .untilAsserted(() -> assertThat(ledger.newest("k")).isEmpty());
    }

    @Test
    void an_unreadable_event_shuts_the_door_and_the_ledger_goes_on() throws ExecutionException, InterruptedException {
        ledger.write("k", new KeyEvent.Revoked("k", AT));
        writeRaw("k", new byte[] {1, 2, 3});
        await().atMost(ofSeconds(5))
                .untilAsserted(() -> assertThat(ledger.newest("k")).isEmpty());
        ledger.write("later", new KeyEvent.Revoked("later", AT));
        assertThat(ledger.newest("later")).isPresent();
    }

    @Test
    void while_the_broker_is_away_it_answers_from_memory_and_refuses_to_write() {
        ledger.write("k", new KeyEvent.Revoked("k", AT));
        BACKENDS.stopKafka();
        try {
            assertThatThrownBy(() -> ledger.write("l", new KeyEvent.Revoked("l", AT)))
                    .isInstanceOf(LedgerAway.class);
            assertThat(ledger.newest("k")).isPresent();
        } finally {
            BACKENDS.startKafka();
        }
        await().atMost(ofSeconds(60)).untilAsserted(() -> ledger.write("m", new KeyEvent.Revoked("m", AT)));
        assertThat(ledger.newest("m")).isPresent();
    }
}
