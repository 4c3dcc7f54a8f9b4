package io.habitus.persona.words;

import java.util.Arrays;

/** Numbers its keys 0, 1, 2, … as they first come: an open hash table of primitives, 8 bytes a key and 6 to 12 of places. */
final class Numbers {

    private static final int SMALLEST = 16;

    // A key's number and 1; 0 is a free place.
    private int[] places = new int[SMALLEST];
    private long[] keys = new long[SMALLEST / 2];
    private int size;

    int size() {
        return size;
    }

    long key(int number) {
        return keys[number];
    }

    /** The number of a key, a new one if it never came. */
    int of(long key) {
        int place = place(key);
        if (places[place] != 0) {
            return places[place] - 1;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = key;
        places[place] = size;
        // At most two thirds full.
        if (size * 3L > places.length * 2L) {
            grow();
        }
        return size - 1;
    }

    /** The number of a key, or -1. */
    int find(long key) {
        return places[place(key)] - 1;
    }

    private int place(long key) {
        int mask = places.length - 1;
        int place = (int) (Hash.mix(key) >>> 32) & mask;
        while (places[place] != 0 && keys[places[place] - 1] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        places = new int[places.length * 2];
        for (int number = 0; number < size; number++) {
            places[place(keys[number])] = number + 1;
        }
    }
}
