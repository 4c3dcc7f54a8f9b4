package io.habitus.persona.words;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What one voice says in one language. Its texts stand in an order drawn by the hash of the posts' ids, and each is read
 * from a place drawn likewise, round about: whoever is not heard to the end is heard in a fair part of what it says,
 * neither in the oldest nor in the beginnings.
 *
 * @param id the voice
 * @param texts in their order
 */
record Voice(long id, List<Text> texts) {

    private static final Comparator<Text> DRAWN =
            Comparator.comparingLong(Text::draw).thenComparing(Text::terms, Arrays::compare);

    Voice {
        texts = texts.stream().sorted(DRAWN).toList();
    }

    /**
     * One text.
     *
     * @param number its place among all that its side says
     * @param draw the hash of the post's id
     * @param terms of each token that is a term twice its number, and one more if it can be a phrase with the next
     * @param isAlike see {@link Asked}
     */
    record Text(int number, long draw, int[] terms, boolean isAlike) {

        private int start() {
            return (int) Math.floorMod(Hash.mix(draw), terms.length);
        }
    }

    /** Takes two words said side by side. */
    interface Pairs {
        void take(int first, int second);
    }

    /**
     * Hears it until it has used so many different terms.
     *
     * @param heard which terms this voice was heard to use; nothing yet
     * @param words takes each term once
     * @param pairs takes each pair as often as it is said
     * @return how many different terms it was heard to use
     */
    int hear(int most, Once heard, IntConsumer words, Pairs pairs) {
        int different = 0;
        for (var text : texts) {
            int[] terms = text.terms;
            int start = terms.length == 0 ? 0 : text.start();
            for (int i = 0; i < terms.length; i++) {
                int place = (start + i) % terms.length;
                int term = terms[place] >> 1;
                if (heard.isNew(term)) {
                    if (different == most) {
                        return different;
                    }
                    heard.take(term);
                    different++;
                    words.accept(term);
                }
                if (i > 0 && place > 0) {
                    pair(terms, place - 1, pairs);
                }
            }
            if (start > 0) {
                pair(terms, start - 1, pairs);
            }
        }
        return different;
    }

    private static void pair(int[] terms, int first, Pairs pairs) {
        if ((terms[first] & 1) == 1) {
            pairs.take(terms[first] >> 1, terms[first + 1] >> 1);
        }
    }
}
