package io.habitus.persona.words;

import io.habitus.persona.words.OwnWords.Left;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What both sides say, by language; what nobody known says, or is in no known language, is only counted. */
final class BothSides {

    private final Asked asked;
    private final Map<String, Language> languages = new TreeMap<>();
    private long withoutVoice;
    private long withoutLanguage;

    private BothSides(Asked asked) {
        this.asked = asked;
    }

    private record Language(Vocabulary vocabulary, Talk.Listener here, Talk.Listener elsewhere) {}

    static BothSides of(Iterable<Said> target, Iterable<Said> reference, Asked asked) {
        var sides = new BothSides(asked);
        int number = 0;
        for (var said : target) {
            if (sides.isCompared(said)) {
                var language = sides.language(said);
                language.here.hear(said, number, language.vocabulary);
            }
            number++;
        }
        for (var said : reference) {
            if (sides.isCompared(said)) {
                sides.hearElsewhere(said);
            }
        }
        return sides;
    }

    private boolean isCompared(Said said) {
        if (said.voice() == 0) {
            withoutVoice++;
            return false;
        }
        if (said.language() == null) {
            withoutLanguage++;
            return false;
        }
        return true;
    }

    private Language language(Said said) {
        return languages.computeIfAbsent(
                said.language(),
                code -> new Language(new Vocabulary(code, asked), new Talk.Listener(), new Talk.Listener()));
    }

    /** Of what the watch hardly speaks, nobody's words are compared: not even cut. */
    private void hearElsewhere(Said said) {
        var language = language(said);
        if (language.here.voices() < asked.leastVoices()) {
            language.elsewhere.count(said);
        } else {
            language.elsewhere.hear(said, 0, language.vocabulary);
        }
    }

    /** One for each language, by its code. */
    List<Comparison> compared() {
        return languages.entrySet().stream()
                .map(one -> new Comparison(
                        one.getKey(),
                        one.getValue().here.talk(),
                        one.getValue().elsewhere.talk(),
                        one.getValue().vocabulary,
                        asked))
                .toList();
    }

    Left left() {
        return new Left(withoutVoice, withoutLanguage);
    }
}
