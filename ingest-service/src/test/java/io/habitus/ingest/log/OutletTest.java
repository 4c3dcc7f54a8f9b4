package io.habitus.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.habitus.contracts.ListeningEvent;
import io.habitus.contracts.ListeningEvent.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Notes go the way of the posts, and must not stand in it. */
class OutletTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Map<String, ListeningEvent> NOTES = Map.of("a", new Stretch(NOON, NOON, null));

    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private final Outlet outlet = new Outlet(this::producer, 10, InstantSource.fixed(NOON));

    @Test
    void a_refusal_of_notes_alone_leaves_the_producer_of_posts_in_place() {
        producers.getFirst().sendException = new TopicAuthorizationException("no right to write");

        assertThatThrownBy(() -> outlet.note(NOTES, LONG)).isInstanceOf(BrokerAway.class);
        assertThat(producers).singleElement().matches(producer -> !producer.closed());
    }

    @Test
    void a_producer_that_refuses_everything_is_replaced() {
        producers.getFirst().sendException = new ProducerFencedException("fenced");

        assertThatThrownBy(() -> outlet.note(NOTES, LONG)).isInstanceOf(BrokerAway.class);
        outlet.note(NOTES, LONG);
        assertThat(producers).hasSize(2);
        assertThat(producers.getLast().history()).hasSize(1);
    }

    @Test
    void no_note_is_sent_once_its_time_is_over() {
        assertThatThrownBy(() -> outlet.note(NOTES, Duration.ZERO)).isInstanceOf(BrokerAway.class);
        assertThat(producers.getFirst().history()).isEmpty();
    }

    private Producer<byte[], byte[]> producer() {
        producers.add(new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()));
        return producers.getLast();
    }
}
