package io.habitus.persona.words;

import io.habitus.persona.words.OwnWords.Left;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One side of a comparison, in one language: its voices, numbered, and its utterances, read again at every pass. About 20
 * bytes a voice.
 */
final class Side {

    /** Of a text, so many UTF-16 units hold one term of a kind: words are rarely shorter in the mean, blank included. */
    private static final int UNITS_PER_TERM = 4;

    /** Takes in a text. */
    interface Reader {
        void read(Said said, int voice);
    }

    private final Iterable<Said> all;
    private final String language;
    private final Numbers voices = new Numbers();
    private long units;

    private Side(Iterable<Said> all, String language) {
        this.all = all;
        this.language = language;
    }

    /** Nobody. */
    static Side empty(String language) {
        return new Side(List.of(), language);
    }

    /** What a first pass finds: a side for each language, and what nothing is asked of. */
    static Found find(Iterable<Said> all) {
        Map<String, Side> sides = new TreeMap<>();
        long withoutVoice = 0;
        long withoutLanguage = 0;
        for (var said : all) {
            if (said.voice() == 0) {
                withoutVoice++;
            } else if (said.language() == null) {
                withoutLanguage++;
            } else {
                var side = sides.computeIfAbsent(said.language(), language -> new Side(all, language));
                side.voices.of(said.voice());
                side.units += said.shownText().length();
            }
        }
        return new Found(sides, new Left(withoutVoice, withoutLanguage));
    }

    record Found(Map<String, Side> sides, Left left) {}

    int voices() {
        return voices.size();
    }

    /**
     * Reads every utterance once. The voices come in as many parts as it takes to hold no more pairs at once than asked
     * for, as far as the length of the texts tells; after each part {@code endPart} is run.
     */
    void read(int pairsAtOnce, Reader reader, Runnable endPart) {
        int parts = (int) Math.min(voices.size(), 1 + units / UNITS_PER_TERM / pairsAtOnce);
        for (int part = 0; part < parts; part++) {
            for (var said : all) {
                if (said.voice() == 0 || !language.equals(said.language())) {
                    continue;
                }
                int voice = voices.find(said.voice());
                if (voice % parts == part) {
                    reader.read(said, voice);
                }
            }
            endPart.run();
        }
    }
}
