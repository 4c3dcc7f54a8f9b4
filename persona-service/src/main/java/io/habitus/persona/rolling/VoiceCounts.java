package io.habitus.persona.rolling;

/**
 * How often each voice is heard: an open hash table of primitives, since a busy week holds hundreds of thousands. Not
 * safe for several threads.
 */
final class VoiceCounts {

    private static final int SMALLEST = 8;

    // A count of 0 is a free place. Both null while nobody is heard.
    private long[] voices;
    private int[] counts;
    private int distinct;

    /** How many different voices are heard. */
    int distinct() {
        return distinct;
    }

    /** Hears a voice once more. */
    void add(long voice) {
        if (voices == null) {
            voices = new long[SMALLEST];
            counts = new int[SMALLEST];
        }
        int place = place(voice);
        if (counts[place]++ > 0) {
            return;
        }
        voices[place] = voice;
        distinct++;
        // At most two thirds full.
        if (distinct * 3 > voices.length * 2) {
            resize(voices.length * 2);
        }
    }

    /**
     * Hears a voice once less.
     *
     * @throws IllegalStateException if it is not heard at all
     */
    void subtract(long voice) {
        int place = voices == null ? -1 : place(voice);
        if (place < 0 || counts[place] == 0) {
            throw new IllegalStateException("a voice goes that never came");
        }
        if (--counts[place] > 0) {
            return;
        }
        distinct--;
        if (distinct == 0) {
            voices = null;
            counts = null;
            return;
        }
        closeGap(place);
        if (voices.length > SMALLEST && distinct * 8 < voices.length) {
            resize(voices.length / 2);
        }
    }

    private int place(long voice) {
        int mask = voices.length - 1;
        int place = spread(voice) & mask;
        while (counts[place] != 0 && voices[place] != voice) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** Moves up those behind a freed place that could not have it before, so that no search ends too early. */
    private void closeGap(int gap) {
        int mask = voices.length - 1;
        int free = gap;
        for (int next = (gap + 1) & mask; counts[next] != 0; next = (next + 1) & mask) {
            int home = spread(voices[next]) & mask;
            boolean mayMove = ((next - home) & mask) >= ((next - free) & mask);
            if (mayMove) {
                voices[free] = voices[next];
                counts[free] = counts[next];
                counts[next] = 0;
                free = next;
            }
        }
    }

    private void resize(int capacity) {
        long[] oldVoices = voices;
        int[] oldCounts = counts;
        voices = new long[capacity];
        counts = new int[capacity];
        for (int i = 0; i < oldVoices.length; i++) {
            if (oldCounts[i] != 0) {
                int place = place(oldVoices[i]);
                voices[place] = oldVoices[i];
                counts[place] = oldCounts[i];
            }
        }
    }

    private static int spread(long voice) {
        long mixed = voice * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
