package io.habitus.ingest.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.contracts.Topics;
import io.habitus.ingest.accounts.Accounts;
import io.habitus.ingest.accounts.Accounts.Statement;
import io.habitus.ingest.accounts.Listening;
import io.habitus.ingest.accounts.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class BooksTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final TopicPartition NOTES = new TopicPartition(Topics.LISTENING.name(), 0);
    private static final String WHOLE = """
            {"event":"account","source":"s","since":"2026-11-22T12:00:00Z","lastHeard":"2026-11-22T12:00:00Z",\
            "published":3,"seen":2,"unreadable":1}""";

    private final MockProducer<byte[], byte[]> producer = producer();
    private final Accounts accounts = new Accounts(new SimpleMeterRegistry());
    private final Listening listening = new Listening();
    private final Books books = books(() -> producer);

    @Test
    void a_note_that_lacks_something_is_passed_over() {
        books.read(noted(
                "{\"event\":\"account\",\"published\":7}",
                "{\"event\":\"stretch\",\"to\":\"2026-11-22T12:00:00Z\"}",
                "{\"event\":\"stretch\",\"from\":\"2026-11-22T12:00:00Z\",\"to\":\"2026-11-22T11:00:00Z\"}",
                "not JSON",
                WHOLE));

        assertThat(accounts.statements()).containsExactly(new Statement("s", 6, 3, 2, 1, NOON, NOON));
        assertThat(listening.course()).isNull();
    }

    @Test
    void nothing_is_noted_before_posts_are_let_in() {
        books.read(noted());
        books.start();

        await().during(ofSeconds(2)).atMost(ofSeconds(10)).until(() -> producer.history()
                .isEmpty());
        books.begin();
        await().atMost(ofSeconds(20)).until(() -> listening.course() != null);
        books.close();
    }

    @Test
    void no_failure_ends_the_books() {
        producer.sendException = new ProducerFencedException("fenced");
        var next = producer();
        var asked = new AtomicInteger();
        var books = books(() -> switch (asked.getAndIncrement()) {
            case 0 -> producer;
            case 1 -> throw new KafkaException("no address can be resolved");
            default -> next;
        });
        books.read(noted());
        books.start();
        books.begin();
        accounts.settled("s", Outcome.PUBLISHED, NOON);

        await().atMost(ofSeconds(30)).until(() -> next.history().stream()
                .anyMatch(record -> new String(record.key(), UTF_8).equals("account/s")));
        books.close();
    }

    private Books books(Supplier<Producer<byte[], byte[]>> producers) {
        return new Books(accounts, listening, new Outlet(producers, 10, clock()), clock());
    }

    private static InstantSource clock() {
        return InstantSource.fixed(NOON);
    }

    private static MockProducer<byte[], byte[]> producer() {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The topic with these notes, each under a key of its own. */
    private static MockConsumer<byte[], byte[]> noted(String... notes) {
        var consumer = new MockConsumer<byte[], byte[]>("earliest");
        consumer.updateBeginningOffsets(Map.of(NOTES, 0L));
        consumer.updateEndOffsets(Map.of(NOTES, (long) notes.length));
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < notes.length; i++) {
                consumer.addRecord(new ConsumerRecord<>(
                        NOTES.topic(), NOTES.partition(), i, ("key" + i).getBytes(UTF_8), notes[i].getBytes(UTF_8)));
            }
        });
        return consumer;
    }
}
