package io.habitus.analysis.index;

import static io.habitus.analysis.index.SomeMentions.found;
import static io.habitus.analysis.index.SomeMentions.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.habitus.analysis.index.Judging.Fate;
import io.habitus.analysis.index.ScriptedElasticsearch.Break;
import io.habitus.analysis.index.ScriptedElasticsearch.Items;
import io.habitus.analysis.index.ScriptedElasticsearch.Refuse;
import io.habitus.analysis.index.ScriptedElasticsearch.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class WritingTest {

    private static final TopicPartition PARTITION = new TopicPartition("mentions", 0);

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

    /** Writes p1, p2, p3 and returns what was asked of Elasticsearch. */
    private List<List<String>> write(Judging judging, Reply... script) throws Exception {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        try (var elasticsearch = new ScriptedElasticsearch(script);
                var index = new MentionIndex(elasticsearch.uri(), 1, 0)) {
            var batch = new Batch();
            for (var i = 1; i <= 3; i++) {
                batch.add(record(i, found("a", "p" + i, 1, "text", "w")));
            }
            new Writing(index, "one", judging, consumer, new SetAside(producer), meters).write(batch);
            return elasticsearch.bulks();
        }
    }

    private double indexed(String outcome) {
        return meters.counter("mentions.indexed", "outcome", outcome).count();
    }

    private List<String> setAside() {
        return producer.history().stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void a_batch_is_one_bulk() throws Exception {
        assertThat(write(new ByStatus())).containsExactly(List.of("a/p1", "a/p2", "a/p3"));
        assertThat(indexed("written")).isEqualTo(3);
    }

    @Test
    void an_item_for_which_there_is_no_room_is_sent_again_alone() throws Exception {
        assertThat(write(new ByStatus(), new Items(201, 429, 201), new Items(503), new Items(201)))
                .containsExactly(List.of("a/p1", "a/p2", "a/p3"), List.of("a/p2"), List.of("a/p2"));
        assertThat(meters.counter("mentions.postponed").count()).isEqualTo(2);
        assertThat(indexed("written")).isEqualTo(3);
    }

    @Test
    void a_bulk_that_is_refused_or_got_no_answer_is_sent_again() throws Exception {
        assertThat(write(new ByStatus(), new Refuse(429), new Break(), new Refuse(503)))
                .hasSize(4)
                .allMatch(bulk -> bulk.size() == 3);
    }

    @Test
    void an_answer_that_does_not_cover_all_items_is_none() throws Exception {
        assertThat(write(new ByStatus(), new Items(201, 201))).hasSize(2);
    }

    @Test
    void an_item_that_can_never_be_indexed_is_set_aside_with_the_reason() throws Exception {
        write(new ByStatus(), new Items(201, 400, 409));

        assertThat(setAside()).containsExactly("a/p2");
        var headers = producer.history().getFirst().headers();
        assertThat(new String(headers.lastHeader("reason").value(), StandardCharsets.UTF_8))
                .isEqualTo("some_exception: because: of that");
        assertThat(new String(headers.lastHeader("origin").value(), StandardCharsets.UTF_8))
                .isEqualTo("mentions-0@2");
        assertThat(indexed("refused")).isEqualTo(1);
        assertThat(indexed("already-there")).isEqualTo(1);
    }

    @Test
    void the_outcomes_add_up_to_what_was_read() throws Exception {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        var batch = new Batch();
        batch.add(record(1, found("a", "p1", 1, "text", "w")));
        batch.add(record(2, found("a", "p1", 2, "text", "w")));
        batch.add(record(3, found("a", "p2", 1, "text", "w")));
        batch.add(record(4, found("a", "p3", 1, "text", "w")));
        batch.add(record(5, found("a", "p4", 1, "text", "w")));
        batch.add(new ConsumerRecord<>("mentions", 0, 6, new byte[] {'k'}, null));
        batch.add(new ConsumerRecord<>("mentions", 0, 7, new byte[] {'k'}, new byte[] {'{'}));
        try (var elasticsearch = new ScriptedElasticsearch(new Items(201, 409, 400, 429), new Items(429));
                var index = new MentionIndex(elasticsearch.uri(), 1, 0)) {
            new Writing(index, "one", new ByStatus(), consumer, new SetAside(producer), meters).write(batch);
        }

        assertThat(meters.get("mentions.indexed").counters().stream()
                        .mapToDouble(counter -> counter.count())
                        .sum())
                .isEqualTo(7);
        assertThat(List.of("written", "already-there", "superseded", "forgotten", "refused", "unreadable"))
                .extracting(this::indexed)
                .containsExactly(2.0, 1.0, 1.0, 1.0, 1.0, 1.0);
        assertThat(meters.counter("mentions.postponed").count()).isEqualTo(2);
    }

    @Test
    void of_a_bulk_that_cannot_be_read_only_the_guilty_item_is_set_aside() throws Exception {
        var bulks = write(new ByStatus(), new Refuse(400), new Items(201), new Refuse(413), new Refuse(400));

        assertThat(bulks)
                .containsExactly(
                        List.of("a/p1", "a/p2", "a/p3"),
                        List.of("a/p1"),
                        List.of("a/p2", "a/p3"),
                        List.of("a/p2"),
                        List.of("a/p3"));
        assertThat(setAside()).containsExactly("a/p2");
    }

    @Test
    void after_a_hold_the_partitions_are_read_again() throws Exception {
        write(new ByStatus(), new Refuse(429));

        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void an_elasticsearch_set_up_anew_is_not_gone_on_with() {
        assertThatThrownBy(() -> {
                    consumer.assign(List.of(PARTITION));
                    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
                    try (var elasticsearch = new ScriptedElasticsearch(new Refuse(503));
                            var index = new MentionIndex(elasticsearch.uri(), 1, 0)) {
                        elasticsearch.becomeAnother();
                        var batch = new Batch();
                        batch.add(record(1, found("a", "p1", 1, "text", "w")));
                        new Writing(index, "one", new ByStatus(), consumer, new SetAside(producer), meters)
                                .write(batch);
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("anew");
    }

    /** The seam: what a wrong reading of the answers does. */
    @Test
    void whoever_ignores_the_answers_of_items_loses_mentions() throws Exception {
        assertThat(write(_ -> Fate.WRITTEN, new Items(201, 429, 400))).hasSize(1);
        assertThat(setAside()).isEmpty();
    }
}
