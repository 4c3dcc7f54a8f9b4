package io.habitus.persona.words;

import io.habitus.tagging.Token;
import java.util.List;

/**
 * A text as numbered terms.
 *
 * @param terms for each token its term, or {@link Vocabulary#NONE}
 * @param phrases for each token the phrase of it and the next, as {@link Vocabulary#phrase} has it, or
 *     {@link Vocabulary#NONE}
 */
record Reading(List<Token> tokens, int[] terms, long[] phrases) {

    int size() {
        return terms.length;
    }
}
