package io.habitus.analysis.index;

import static io.habitus.analysis.index.SomeMentions.found;
import static io.habitus.analysis.index.SomeMentions.record;
import static io.habitus.analysis.index.SomeMentions.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final TopicPartition PARTITION = new TopicPartition("mentions", 0);

    private final Batch batch = new Batch();

    @Test
    void of_one_mention_only_the_newest_event_is_written() {
        batch.add(record(3, found("default", "p1", 1, "one", "w")));
        batch.add(record(4, found("default", "p2", 1, "other", "w")));
        batch.add(record(5, withdrawn("default", "p1", 2)));

        assertThat(batch.items()).extracting(item -> item.record().offset()).containsExactlyInAnyOrder(4L, 5L);
        assertThat(batch.superseded()).isEqualTo(1);
        assertThat(batch.bytes())
                .isEqualTo(batch.items().stream()
                        .mapToLong(item -> item.lines().length)
                        .sum());
    }

    @Test
    void reading_goes_on_behind_the_last_record_whatever_that_was() {
        batch.add(record(3, found("default", "p1", 1, "one", "w")));
        batch.add(new ConsumerRecord<>("mentions", 0, 7, new byte[] {'k'}, null));

        assertThat(batch.offsetsOf(Set.of(PARTITION))).isEqualTo(Map.of(PARTITION, new OffsetAndMetadata(8)));
        assertThat(batch.offsetsOf(Set.of())).isEmpty();
        assertThat(batch.forgotten()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_read_does_not_hinder_the_others() {
        batch.add(new ConsumerRecord<>("mentions", 0, 1, new byte[] {'k'}, "{".getBytes(StandardCharsets.UTF_8)));
        batch.add(new ConsumerRecord<>(
                "mentions", 0, 2, new byte[] {'k'}, "{\"event\":\"found\"}".getBytes(StandardCharsets.UTF_8)));
        batch.add(record(3, found("default", "p1", 1, "one", "w")));

        assertThat(batch.items()).hasSize(1);
        assertThat(batch.unreadable()).hasSize(2);
    }
}
