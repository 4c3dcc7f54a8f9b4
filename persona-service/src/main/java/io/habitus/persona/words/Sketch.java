package io.habitus.persona.words;

/**
 * About how often each key came: never too seldom, too often where keys share a place. 8 MB, so that of millions of phrases
 * only those get a number that may be said often enough.
 */
final class Sketch {

    private static final int BITS = 23;

    private final byte[] counts = new byte[1 << BITS];

    void add(long key) {
        int place = place(key);
        if (counts[place] < Byte.MAX_VALUE) {
            counts[place]++;
        }
    }

    /** Surely if it came so often. */
    boolean mayHave(long key, int times) {
        return counts[place(key)] >= Math.min(times, Byte.MAX_VALUE);
    }

    private static int place(long key) {
        return (int) (Hash.mix(key) >>> (Long.SIZE - BITS));
    }
}
