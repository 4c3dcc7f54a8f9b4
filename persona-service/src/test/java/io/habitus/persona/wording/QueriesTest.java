package io.habitus.persona.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.Topics;
import io.habitus.contracts.WatchEvent;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class QueriesTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    private final Queries queries = new Queries();

    @Test
    void a_project_is_interested_in_what_its_other_watches_look_for() {
        saved("traffic", "bahn", "bahn");
        saved("traffic", "tram", "tram");
        saved("traffic", "bahn-en", "bahn lang:en flug");
        saved("food", "brot", "brot");

        assertThat(queries.besides("traffic", "bahn").words()).containsExactly("tram");
        assertThat(queries.besides("food", "brot").words()).isEmpty();
    }

    @Test
    void a_watch_that_is_gone_is_none_of_them() {
        saved("traffic", "bahn", "bahn");
        saved("traffic", "tram", "tram");
        take(new WatchEvent.Removed("traffic", "tram", 2, NOW));

        assertThat(queries.besides("traffic", "bahn").words()).isEmpty();
    }

    private void saved(String project, String watch, String query) {
        take(new WatchEvent.Saved(project, watch, 1, watch, query, NOW, NOW));
    }

    private void take(WatchEvent event) {
        var topic = Topics.WATCHES.name();
        queries.take(new ConsumerRecord<>(
                topic, 0, 0, new byte[0], Topics.WATCHES.value().serializer().serialize(topic, event)));
    }
}
