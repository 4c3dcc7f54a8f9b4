package io.habitus.persona.words;

import io.habitus.persona.words.Keyness.Key;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of the terms that distinguish say nothing that another of them does not say. */
final class Sayings {

    /** Words that are mostly said as the first, or the second, word of a phrase. */
    private final Set<Word> asFirst = new HashSet<>();

    private final Set<Word> asSecond = new HashSet<>();

    private Sayings() {}

    private record Word(Comparison in, int term) {}

    /**
     * Without the words most of whose voices say them within a phrase. And of a longer saying, which is heard as a row of
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
        boolean continues = (explainsFirst && asSecond.contains(first)) || (explainsSecond && asFirst.contains(second));
        if (explainsFirst) {
            asFirst.add(first);
        }
        if (explainsSecond) {
            asSecond.add(second);
        }
        return continues;
    }

    private boolean isExplained(Key key) {
        var word = new Word(key.in(), (int) key.term().key());
        return asFirst.contains(word) || asSecond.contains(word);
    }
}
