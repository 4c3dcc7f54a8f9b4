package io.habitus.analysis.mentions;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The way of a record into SET_ASIDE: its bytes, the reason, and where it comes from. */
final class SettingAside {

    private SettingAside() {}

    /** @param reason without anything a person wrote */
    static void forward(ProcessorContext<Object, Object> context, Record<byte[], byte[]> record, String reason) {
        var headers = new RecordHeaders().add("reason", reason.getBytes(StandardCharsets.UTF_8));
        context.recordMetadata()
                .map(from -> from.topic() + "-" + from.partition() + "@" + from.offset())
                .ifPresent(origin -> headers.add("origin", origin.getBytes(StandardCharsets.UTF_8)));
        context.forward(
                new Record<>(record.key(), record.value(), record.timestamp(), headers), MentionTopology.SET_ASIDE);
    }
}
