package io.habitus.persona.timeline;

import io.habitus.persona.contribution.Difference;
import io.habitus.persona.contribution.Entry;
import io.habitus.persona.contribution.Text;
import io.habitus.persona.contribution.Utterance;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * All mentions of one watch in order of time, and how far MENTIONS is counted in. Written by one stream thread, read by
 * any: what a reader opens and the {@code asOf} it is told belong together.
 */
public final class WatchTimeline {

    private static final long NOWHERE = Long.MIN_VALUE;

    private final String watch;
    private final TimelineKey keys;
    private final KeyValueStore<Bytes, byte[]> entries;
    private final KeyValueStore<Bytes, byte[]> texts;
    private final KeyValueStore<String, byte[]> heard;
    private final AsOf asOf;

    // Of the first and the last mention; looked up again after one of them went.
    private boolean edgesKnown;
    private long first = NOWHERE;
    private long last = NOWHERE;

    WatchTimeline(
            String watch,
            KeyValueStore<Bytes, byte[]> entries,
            KeyValueStore<Bytes, byte[]> texts,
            KeyValueStore<String, byte[]> heard,
            AsOf asOf) {
        this.watch = watch;
        this.keys = new TimelineKey(watch);
        this.entries = entries;
        this.texts = texts;
        this.heard = heard;
        this.asOf = asOf;
    }

    /** {@code project/watch}. */
    public String watch() {
        return watch;
    }

    /** Takes a difference in, with the offset it came from. */
    public synchronized void apply(Difference difference) {
        Entry before = difference.before();
        Entry after = difference.after();
        if (before != null && (after == null || after.at() != before.at())) {
            entries.delete(keys.of(before.at(), difference));
            texts.delete(keys.of(before.at(), difference));
            edgesKnown &= before.at() != first && before.at() != last;
        }
        if (after != null) {
            entries.put(keys.of(after.at(), difference), value(after.utterance()));
            keep(difference.text(), keys.of(after.at(), difference));
            first = first == NOWHERE ? after.at() : Math.min(first, after.at());
            last = Math.max(last, after.at());
        }
        asOf.advance(difference.partition(), difference.offset());
        heard.put(watch, asOf.bytes());
    }

    private void keep(Text text, Bytes key) {
        if (text == null) {
            return;
        }
        if (text.isEmpty()) {
            texts.delete(key);
        } else {
            texts.put(key, text.bytes());
        }
    }

    /** By partition of MENTIONS, the highest offset counted in. */
    public synchronized Map<Integer, Long> asOf() {
        return asOf.toMap();
    }

    /** When the first mention was made; null if there is none. */
    public synchronized Instant first() {
        findEdges();
        return instant(first);
    }

    /** When the last mention was made; null if there is none. */
    public synchronized Instant last() {
        findEdges();
        return instant(last);
    }

    /**
     * Tells the writing thread of every mention in [from, to), oldest first.
     *
     * @param from milliseconds since 1970
     * @param to milliseconds since 1970
     */
    public void scan(long from, long to, Hearing hearing) {
        try (Stretch stretch = stretch(from, to)) {
            stretch.forEach(hearing);
        }
    }

    /**
     * Opens the mentions in [from, to) for reading in any thread.
     *
     * @param from null: from the first mention on
     * @param to null: up to and with the last mention
     * @param now both ends where the watch has no mention that could give them
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if the timeline has moved elsewhere
     */
    public synchronized Stretch open(Instant from, Instant to, Instant now) {
        findEdges();
        long start = from != null ? from.toEpochMilli() : startBefore(to, now);
        long end = to != null ? to.toEpochMilli() : Math.max(start, last == NOWHERE ? start : last + 1);
        return stretch(start, end);
    }

    private long startBefore(Instant to, Instant now) {
        if (first == NOWHERE) {
            return (to == null ? now : to).toEpochMilli();
        }
        return to == null ? first : Math.min(first, to.toEpochMilli());
    }

    private Stretch stretch(long from, long to) {
        return new Stretch(
                keys,
                entries.range(keys.startOf(from), keys.startOf(to)),
                Instant.ofEpochMilli(from),
                Instant.ofEpochMilli(to),
                asOf.toMap(),
                instant(first),
                instant(last));
    }

    /**
     * Tells of what was said in [from, to) by voices that are known, oldest first, in any thread.
     *
     * @param from inclusive, milliseconds since 1970
     * @param to exclusive, milliseconds since 1970
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if the timeline has moved elsewhere
     */
    public void listen(long from, long to, Listening listening) {
        KeyValueIterator<Bytes, byte[]> said;
        KeyValueIterator<Bytes, byte[]> known;
        synchronized (this) {
            said = texts.range(keys.startOf(from), keys.startOf(to));
            known = entries.range(keys.startOf(from), keys.startOf(to));
        }
        try (said;
                known) {
            // Both in the order of their keys, and whoever has a text has an entry.
            while (said.hasNext()) {
                KeyValue<Bytes, byte[]> text = said.next();
                KeyValue<Bytes, byte[]> entry = known.next();
                while (!entry.key.equals(text.key)) {
                    entry = known.next();
                }
                if (!Utterance.isAnonymous(entry.value[0])) {
                    listening.hear(
                            keys.at(text.key.get()),
                            keys.post(text.key.get()),
                            Utterance.pile(entry.value[0]),
                            (long) TimelineKey.LONG.get(entry.value, 1),
                            Text.read(text.value));
                }
            }
        }
    }

    private void findEdges() {
        if (edgesKnown) {
            return;
        }
        Bytes start = keys.startOf(Long.MIN_VALUE);
        Bytes end = keys.startOf(Long.MAX_VALUE);
        try (KeyValueIterator<Bytes, byte[]> forward = entries.range(start, end);
                KeyValueIterator<Bytes, byte[]> backward = entries.reverseRange(start, end)) {
            first = at(forward);
            last = at(backward);
        }
        edgesKnown = true;
    }

    private long at(KeyValueIterator<Bytes, byte[]> entries) {
        if (!entries.hasNext()) {
            return NOWHERE;
        }
        KeyValue<Bytes, byte[]> next = entries.next();
        return keys.at(next.key.get());
    }

    private static byte[] value(Utterance utterance) {
        ByteBuffer value = ByteBuffer.allocate(utterance.size());
        utterance.write(value);
        return value.array();
    }

    private static Instant instant(long at) {
        return at == NOWHERE ? null : Instant.ofEpochMilli(at);
    }
}
