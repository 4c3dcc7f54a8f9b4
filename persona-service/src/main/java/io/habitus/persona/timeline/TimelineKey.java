package io.habitus.persona.timeline;

import io.habitus.persona.contribution.Difference;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of one watch in the timeline: {@code project/watch}, a zero byte, the time, the post id. Their order as
 * bytes is the order of time, so a stretch of time is a range of keys.
 */
final class TimelineKey {

    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int POST = 2 * Long.BYTES;

    /** Ends the name, so that no watch's keys lie among those of a watch whose name begins like its own. */
    private static final byte END = 0;

    private final byte[] prefix;

    TimelineKey(String watch) {
        byte[] name = watch.getBytes(StandardCharsets.UTF_8);
        this.prefix = ByteBuffer.allocate(name.length + 1).put(name).put(END).array();
    }

    Bytes of(long at, Difference post) {
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + Long.BYTES + POST)
                .put(prefix)
                .putLong(ordered(at))
                .putLong(post.postHigh())
                .putLong(post.postLow())
                .array());
    }

    /** Before every key at this time, after every key before it. */
    Bytes startOf(long at) {
        return Bytes.wrap(ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(ordered(at))
                .array());
    }

    /** The time in a key of this watch. */
    long at(byte[] key) {
        return ordered((long) LONG.get(key, prefix.length));
    }

    /** The post id in a key of this watch, as everybody else writes it. */
    String post(byte[] key) {
        int post = prefix.length + Long.BYTES;
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits((long) LONG.get(key, post)) + hex.toHexDigits((long) LONG.get(key, post + Long.BYTES));
    }

    /** Signed longs in the order of unsigned bytes, and back. */
    private static long ordered(long at) {
        return at ^ Long.MIN_VALUE;
    }
}
