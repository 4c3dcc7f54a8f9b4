package io.habitus.persona.timeline;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** By partition of MENTIONS, the highest offset counted into a watch. Not safe for several threads. */
final class AsOf {

    private static final long NONE = -1;

    private long[] offsets;

    AsOf() {
        this.offsets = new long[0];
    }

    private AsOf(long[] offsets) {
        this.offsets = offsets;
    }

    static AsOf read(byte[] bytes) {
        long[] offsets = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(offsets);
        return new AsOf(offsets);
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(offsets.length * Long.BYTES);
        out.asLongBuffer().put(offsets);
        return out.array();
    }

    void advance(int partition, long offset) {
        if (partition >= offsets.length) {
            int known = offsets.length;
            offsets = Arrays.copyOf(offsets, partition + 1);
            Arrays.fill(offsets, known, offsets.length, NONE);
        }
        offsets[partition] = Math.max(offsets[partition], offset);
    }

    Map<Integer, Long> toMap() {
        Map<Integer, Long> byPartition = new TreeMap<>();
        for (int partition = 0; partition < offsets.length; partition++) {
            if (offsets[partition] != NONE) {
                byPartition.put(partition, offsets[partition]);
            }
        }
        return byPartition;
    }
}
