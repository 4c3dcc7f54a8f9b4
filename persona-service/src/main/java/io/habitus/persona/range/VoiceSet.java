package io.habitus.persona.range;

import java.util.Arrays;

/** Distinct voices: an open hash set of primitives, as a range may hold a million. Not safe for several threads. */
public final class VoiceSet {

    private static final int SMALLEST = 16;

    // 0 is a free place; the voice 0 is remembered apart.
    private long[] voices = new long[SMALLEST];
    private boolean zero;
    private int size;

    /** How many. */
    public int size() {
        return zero ? size + 1 : size;
    }

    /** Takes one in; nothing if it is there. */
    public void add(long voice) {
        if (voice == 0) {
            zero = true;
            return;
        }
        int mask = voices.length - 1;
        int place = spread(voice) & mask;
        while (voices[place] != 0) {
            if (voices[place] == voice) {
                return;
            }
            place = (place + 1) & mask;
        }
        voices[place] = voice;
        size++;
        // At most half full: searches stay short.
        if (size * 2 > voices.length) {
            grow();
        }
    }

    /** Empties it, at a cost in keeping with what it held. */
    public void clear() {
        if (size * 8 < voices.length && voices.length > SMALLEST) {
            voices = new long[SMALLEST];
        } else {
            Arrays.fill(voices, 0);
        }
        zero = false;
        size = 0;
    }

    private void grow() {
        long[] old = voices;
        voices = new long[old.length * 2];
        int mask = voices.length - 1;
        for (long voice : old) {
            if (voice != 0) {
                int place = spread(voice) & mask;
                while (voices[place] != 0) {
                    place = (place + 1) & mask;
                }
                voices[place] = voice;
            }
        }
    }

    private static int spread(long voice) {
        long mixed = voice * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
