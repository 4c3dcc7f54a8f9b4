package io.habitus.persona.words;

import io.habitus.tagging.Token;
import java.util.Arrays;
import java.util.List;

/**
 * A text as numbered terms.
 *
 * @param terms for each token its term, or {@link Vocabulary#NONE}
 * @param phrases for each token the phrase of it and the next, as {@link Vocabulary#phrase} has it, or
 *     {@link Vocabulary#NONE}
 * @param isAlike whether it names something by which texts of the same kind are known, see {@link Asked}
 */
record Reading(List<Token> tokens, int[] terms, long[] phrases, boolean isAlike) {

    int size() {
        return terms.length;
    }

    /** The terms alone, as {@link Voice.Text} has them. */
    int[] packed() {
        int[] packed = new int[terms.length];
        int size = 0;
        for (int i = 0; i < terms.length; i++) {
            if (terms[i] != Vocabulary.NONE) {
                packed[size++] = terms[i] << 1 | (phrases[i] == Vocabulary.NONE ? 0 : 1);
            }
        }
        return Arrays.copyOf(packed, size);
    }
}
