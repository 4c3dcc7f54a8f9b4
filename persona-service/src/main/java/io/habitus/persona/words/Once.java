package io.habitus.persona.words;

import java.util.Arrays;

/** What was already met of one voice after the other: 4 bytes for each number there is. */
final class Once {

    // By number, the last voice it was met of, counted from 1.
    private int[] metOf = new int[1 << 10];
    private int voice;

    /** Nothing is met yet of the next voice. */
    Once next() {
        voice++;
        return this;
    }

    boolean isNew(int number) {
        return number >= metOf.length || metOf[number] != voice;
    }

    void take(int number) {
        if (number >= metOf.length) {
            metOf = Arrays.copyOf(metOf, Math.max(number + 1, metOf.length * 2));
        }
        metOf[number] = voice;
    }
}
