package io.habitus.persona.words;

import io.habitus.persona.words.Keyness.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the terms that distinguish say nothing that another of them does not say. */
final class Sayings {

    /** Words that are mostly said as the first, or the second, word of a phrase; and whether of one that stands out. */
    private final Map<Word, Boolean> asFirst = new HashMap<>();

    private final Map<Word, Boolean> asSecond = new HashMap<>();

    private Sayings() {}

    private record Word(Comparison in, int term) {}

    /**
     * Without the words most of whose voices say them within a phrase that comes no later for its kind: a word that stands
     * out beside texts of the same kind would go with a phrase that stands behind all that do. And of a longer saying, which is heard as a row of
     * phrases, one behind the other, with its best phrase only.
     *
     * @param keys the best first
     */
    static List<Key> of(List<Key> keys) {
        var heard = new Sayings();
        var sayings = keys.stream()
                .filter(key -> !key.term().isPhrase() || !heard.continues(key))
                .toList();
        return sayings.stream()
                .filter(key -> key.term().isPhrase() || !heard.isExplained(key))
                .toList();
    }

    /** Whether it goes on where a better phrase ends, or ends where one begins. */
    private boolean continues(Key phrase) {
        var first = new Word(phrase.in(), Vocabulary.first(phrase.term().key()));
        var second = new Word(phrase.in(), Vocabulary.second(phrase.term().key()));
        boolean explainsFirst = phrase.in().explains(phrase.term().a(), first.term);
        boolean explainsSecond = phrase.in().explains(phrase.term().a(), second.term);
        boolean continues =
                (explainsFirst && asSecond.containsKey(first)) || (explainsSecond && asFirst.containsKey(second));
        if (explainsFirst) {
            asFirst.merge(first, phrase.standsOut(), Boolean::logicalOr);
        }
        if (explainsSecond) {
            asSecond.merge(second, phrase.standsOut(), Boolean::logicalOr);
        }
        return continues;
    }

    private boolean isExplained(Key key) {
        var word = new Word(key.in(), (int) key.term().key());
        return explains(asFirst.get(word), key) || explains(asSecond.get(word), key);
    }

    /** @param standsOut whether a phrase does that it is said in; null if it is in none */
    private static boolean explains(Boolean standsOut, Key word) {
        return standsOut != null && (standsOut || !word.standsOut());
    }
}
