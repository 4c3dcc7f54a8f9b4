package io.habitus.analysis.index;

import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.MentionEvent.Withdrawn;
import io.habitus.contracts.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Records of MENTIONS that are read, written and committed together. Of several events of one mention only the newest is
 * to be written: it says everything.
 */
final class Batch {

    /** A record and its lines of a bulk. */
    record Item(ConsumerRecord<byte[], byte[]> record, byte[] lines) {}

    /** A record that is no mention event, and why. */
    record Unreadable(ConsumerRecord<byte[], byte[]> record, String reason) {}

    private final Map<ByteBuffer, Item> newest = new LinkedHashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> readUpTo = new HashMap<>();
    private long bytes;
    private int superseded;
    private int forgotten;

    void add(ConsumerRecord<byte[], byte[]> record) {
        readUpTo.put(
                new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
        if (record.value() == null) {
            // The mention has outlived its retention; its month goes as a whole.
            forgotten++;
            return;
        }
        try {
            put(record, Topics.MENTIONS.value().deserializer().deserialize(record.topic(), record.value()));
        } catch (SerializationException notOurs) {
            unreadable.add(new Unreadable(record, notOurs.getMessage()));
        }
    }

    private void put(ConsumerRecord<byte[], byte[]> record, MentionEvent event) {
        if (record.key() == null || !isComplete(event)) {
            unreadable.add(new Unreadable(record, "a field that must be there is missing"));
            return;
        }
        var item = new Item(record, MentionDocument.lines(event, record.value()));
        var older = newest.put(ByteBuffer.wrap(record.key()), item);
        bytes += item.lines().length;
        if (older != null) {
            bytes -= older.lines().length;
            superseded++;
        }
    }

    private static boolean isComplete(MentionEvent event) {
        if (event == null
                || event.project() == null
                || event.postId() == null
                || event.at() == null
                || event.sequence() < 1) {
            return false;
        }
        return switch (event) {
            case Found found ->
                found.added() != null
                        && found.source() != null
                        && found.type() != null
                        && found.text() != null
                        && found.watches() != null;
            case Withdrawn _ -> true;
        };
    }

    boolean isEmpty() {
        return readUpTo.isEmpty();
    }

    /** Of the bulks to be written. */
    long bytes() {
        return bytes;
    }

    Collection<Item> items() {
        return newest.values();
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** How many events are not written because a newer one of the same mention is. */
    int superseded() {
        return superseded;
    }

    /** How many records only say that the log has forgotten a mention. */
    int forgotten() {
        return forgotten;
    }

    /** Where reading goes on, for those of {@code partitions} that have a part in the batch. */
    Map<TopicPartition, OffsetAndMetadata> offsetsOf(Set<TopicPartition> partitions) {
        var offsets = new HashMap<>(readUpTo);
        offsets.keySet().retainAll(partitions);
        return offsets;
    }
}
