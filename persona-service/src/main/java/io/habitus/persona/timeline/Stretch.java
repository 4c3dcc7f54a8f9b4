package io.habitus.persona.timeline;

import io.habitus.persona.contribution.Utterance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * The mentions of one watch in a stretch of time, as they stood at one moment, whatever is counted meanwhile. To be
 * closed by who asked for it.
 */
public final class Stretch implements AutoCloseable {

    private final TimelineKey keys;
    private final KeyValueIterator<Bytes, byte[]> entries;
    private final Instant from;
    private final Instant to;
    private final Map<Integer, Long> asOf;
    private final Instant first;
    private final Instant last;
    private byte[] sourceBytes;
    private String source;

    Stretch(
            TimelineKey keys,
            KeyValueIterator<Bytes, byte[]> entries,
            Instant from,
            Instant to,
            Map<Integer, Long> asOf,
            Instant first,
            Instant last) {
        this.keys = keys;
        this.entries = entries;
        this.from = from;
        this.to = to;
        this.asOf = asOf;
        this.first = first;
        this.last = last;
    }

    /** Inclusive, whole milliseconds. */
    public Instant from() {
        return from;
    }

    /** Exclusive, whole milliseconds; not before {@link #from}. */
    public Instant to() {
        return to;
    }

    /** By partition of MENTIONS, the highest offset counted in. */
    public Map<Integer, Long> asOf() {
        return asOf;
    }

    /** When the watch's first mention was made, in this stretch or not; null if it has none. */
    public Instant first() {
        return first;
    }

    /** When the watch's last mention was made, in this stretch or not; null if it has none. */
    public Instant last() {
        return last;
    }

    /**
     * Tells of every mention, oldest first.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if the timeline was closed meanwhile
     */
    public void forEach(Hearing hearing) {
        while (entries.hasNext()) {
            KeyValue<Bytes, byte[]> entry = entries.next();
            byte[] value = entry.value;
            boolean anonymous = Utterance.isAnonymous(value[0]);
            hearing.hear(
                    keys.at(entry.key.get()),
                    Utterance.isRepost(value[0]),
                    anonymous,
                    Utterance.pile(value[0]),
                    anonymous ? 0 : (long) TimelineKey.LONG.get(value, 1),
                    source(value, anonymous));
        }
    }

    /** Sources are few and come in rows: a name is made once per row, not once per mention. */
    private String source(byte[] value, boolean anonymous) {
        if (!Utterance.hasSource(value[0])) {
            return null;
        }
        int start = Utterance.sourceAt(anonymous) + 1;
        if (sourceBytes == null || !Arrays.equals(sourceBytes, 0, sourceBytes.length, value, start, value.length)) {
            sourceBytes = Arrays.copyOfRange(value, start, value.length);
            source = new String(sourceBytes, StandardCharsets.US_ASCII);
        }
        return source;
    }

    @Override
    public void close() {
        entries.close();
    }
}
