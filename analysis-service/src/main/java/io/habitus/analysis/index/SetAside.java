package io.habitus.analysis.index;

import io.habitus.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Records that cannot be indexed, on their way to SET_ASIDE. What has been handed over is there once {@link #await} returns. */
final class SetAside {

    private final Producer<byte[], byte[]> producer;
    private final List<Future<RecordMetadata>> underWay = new ArrayList<>();

    SetAside(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    void put(ConsumerRecord<byte[], byte[]> record, String reason) {
        var headers = new RecordHeaders()
                .add("reason", reason.getBytes(StandardCharsets.UTF_8))
                .add(
                        "origin",
                        (record.topic() + "-" + record.partition() + "@" + record.offset())
                                .getBytes(StandardCharsets.UTF_8));
        underWay.add(producer.send(
                new ProducerRecord<>(Topics.SET_ASIDE.name(), null, null, record.key(), record.value(), headers)));
    }

    void await() throws InterruptedException {
        try {
            for (var sent : underWay) {
                sent.get();
            }
        } catch (ExecutionException lost) {
            throw new IllegalStateException("a record could not be set aside", lost.getCause());
        } finally {
            underWay.clear();
        }
    }
}
