package io.habitus.persona.contribution;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** A difference in about 50 bytes and its text: several travel per mention. */
public final class DifferenceSerde implements Serde<Difference> {

    private static final byte TAKES = 1;
    private static final byte ADDS = 2;
    private static final byte SAYS = 4;
    private static final int FIXED = 1 + Integer.BYTES + 3 * Long.BYTES;

    @Override
    public Serializer<Difference> serializer() {
        return (topic, difference) -> difference == null ? null : write(difference);
    }

    @Override
    public Deserializer<Difference> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    private static byte[] write(Difference difference) {
        Entry before = difference.before();
        Entry after = difference.after();
        byte[] text =
                difference.text() == null ? new byte[0] : difference.text().bytes();
        ByteBuffer out = ByteBuffer.allocate(FIXED + size(before) + size(after) + text.length);
        out.put((byte) ((before == null ? 0 : TAKES)
                        | (after == null ? 0 : ADDS)
                        | (difference.text() == null ? 0 : SAYS)))
                .putInt(difference.partition())
                .putLong(difference.offset())
                .putLong(difference.postHigh())
                .putLong(difference.postLow());
        write(before, out);
        write(after, out);
        return out.put(text).array();
    }

    private static Difference read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte flags = in.get();
        return new Difference(
                in.getInt(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                (flags & TAKES) == 0 ? null : readEntry(in),
                (flags & ADDS) == 0 ? null : readEntry(in),
                (flags & SAYS) == 0 ? null : readText(in));
    }

    /** The last of it: all that is left. */
    private static Text readText(ByteBuffer in) {
        byte[] text = new byte[in.remaining()];
        in.get(text);
        return Text.read(text);
    }

    private static int size(Entry entry) {
        return entry == null ? 0 : Long.BYTES + entry.utterance().size();
    }

    private static void write(Entry entry, ByteBuffer out) {
        if (entry != null) {
            entry.utterance().write(out.putLong(entry.at()));
        }
    }

    private static Entry readEntry(ByteBuffer in) {
        return new Entry(in.getLong(), Utterance.read(in));
    }
}
