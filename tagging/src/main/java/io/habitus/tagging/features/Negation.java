package io.habitus.tagging.features;

import java.util.Set;

/** Which words a negation reaches: up to {@value #AFTER} behind it and {@value #BEFORE} before it, in one clause. */
enum Negation {
    GERMAN(
            Set.of(
                    "nicht",
                    "nich",
                    "net",
                    "ned",
                    "nie",
                    "niemals",
                    "nichts",
                    "nix",
                    "ohne",
                    "weder",
                    "niemand",
                    "kaum",
                    "kein",
                    "keine",
                    "keinen",
                    "keinem",
                    "keiner",
                    "keines",
                    "nirgends"),
            Set.of("aber", "sondern", "doch", "jedoch")),
    ENGLISH(
            Set.of(
                    "not", "no", "never", "nothing", "nobody", "none", "neither", "nor", "without", "cannot", "cant",
                    "dont", "doesnt", "didnt", "isnt", "wasnt", "wont", "aint", "couldnt", "wouldnt", "hardly"),
            Set.of("but", "however", "although"));

    static final int AFTER = 4;
    static final int BEFORE = 2;

    private final Set<String> negators;
    private final Set<String> turns;

    Negation(Set<String> negators, Set<String> turns) {
        this.negators = negators;
        this.turns = turns;
    }

    /** The rules of this language; the German ones for whatever is not English. */
    static Negation of(String language) {
        return "en".equals(language) ? ENGLISH : GERMAN;
    }

    /** Sets {@code negated} for each piece that is a word in the reach of a negator. */
    void mark(Pieces pieces, boolean[] negated) {
        int left = 0;
        for (int i = 0; i < pieces.count; i++) {
            negated[i] = false;
            var kind = pieces.kinds[i];
            if (kind == Kind.WORD) {
                int length = pieces.ends[i] - pieces.starts[i];
                // No word of these lists is longer or shorter, and most of a post's words are.
                var word = length < 2 || length > 8 ? "" : pieces.read(i);
                if (isNegator(word)) {
                    before(pieces, negated, i);
                    left = AFTER;
                } else if (turns.contains(word)) {
                    left = 0;
                } else if (left > 0) {
                    left--;
                    negated[i] = true;
                }
            } else if (!kind.isSaid()) {
                left = 0;
            }
        }
    }

    private boolean isNegator(String word) {
        return negators.contains(word) || (this == ENGLISH && word.endsWith("n't"));
    }

    private static void before(Pieces pieces, boolean[] negated, int negator) {
        int most = BEFORE;
        for (int i = negator - 1; i >= 0 && most > 0 && pieces.kinds[i].isSaid(); i--) {
            if (pieces.kinds[i] == Kind.WORD) {
                negated[i] = true;
                most--;
            }
        }
    }
}
