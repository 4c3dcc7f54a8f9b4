package io.habitus.persona.words;

import java.util.Arrays;

/** How many voices use each term, terms being numbered. */
final class VoiceTally {

    private int[] voices = new int[1 << 10];
    private long all;

    /** One more voice uses it. */
    void add(int term) {
        if (term >= voices.length) {
            voices = Arrays.copyOf(voices, Math.max(term + 1, voices.length * 2));
        }
        voices[term]++;
        all++;
    }

    int voices(int term) {
        return term < voices.length ? voices[term] : 0;
    }

    /** Pairs of a voice and a term it uses. */
    long all() {
        return all;
    }
}
