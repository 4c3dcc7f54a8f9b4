package io.habitus.persona.words;

import java.util.Arrays;

/**
 * How many different voices use each term, terms and voices being numbered. An open hash set of the pairs heard: 8 bytes
 * for each, at a third to two thirds full. The voices may come in parts; the pairs of a part that is over are forgotten.
 */
final class VoiceTally {

    private static final int SMALLEST = 1 << 10;

    // 0 is a free place.
    private long[] pairs = new long[SMALLEST];
    private int held;
    private int[] voices = new int[SMALLEST];
    private long all;

    void add(int term, int voice) {
        long pair = ((long) term << 32) | (voice + 1);
        int mask = pairs.length - 1;
        int place = (int) (Hash.mix(pair) >>> 32) & mask;
        while (pairs[place] != 0) {
            if (pairs[place] == pair) {
                return;
            }
            place = (place + 1) & mask;
        }
        pairs[place] = pair;
        held++;
        all++;
        count(term);
        if (held * 3L > pairs.length * 2L) {
            grow();
        }
    }

    /** None of the voices heard so far comes again. */
    void endPart() {
        Arrays.fill(pairs, 0);
        held = 0;
    }

    /** No voice comes again; what they use stays known. */
    void end() {
        pairs = new long[SMALLEST];
        held = 0;
    }

    int voices(int term) {
        return term < voices.length ? voices[term] : 0;
    }

    /** Pairs of a voice and a term it uses. */
    long all() {
        return all;
    }

    private void count(int term) {
        if (term >= voices.length) {
            voices = Arrays.copyOf(voices, Math.max(term + 1, voices.length * 2));
        }
        voices[term]++;
    }

    private void grow() {
        long[] old = pairs;
        pairs = new long[old.length * 2];
        int mask = pairs.length - 1;
        for (long pair : old) {
            if (pair != 0) {
                int place = (int) (Hash.mix(pair) >>> 32) & mask;
                while (pairs[place] != 0) {
                    place = (place + 1) & mask;
                }
                pairs[place] = pair;
            }
        }
    }
}
