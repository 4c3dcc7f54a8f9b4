package io.habitus.persona.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the voices of one side say in one language, as numbered terms: 4 bytes for each term of a text, about 100 for a text,
 * and as much for a voice.
 *
 * @param voices in no particular order
 */
record Talk(List<Voice> voices) {

    /** Nobody's. */
    static final Talk NONE = new Talk(List.of());

    int size() {
        return voices.size();
    }

    long[] ids() {
        return voices.stream().mapToLong(Voice::id).toArray();
    }

    /** Of what is said the texts of the same kind alone, see {@link Asked}. */
    Talk alike() {
        return new Talk(voices.stream()
                .map(voice -> new Voice(
                        voice.id(),
                        voice.texts().stream().filter(Voice.Text::isAlike).toList()))
                .filter(voice -> !voice.texts().isEmpty())
                .toList());
    }

    /** Gathers what comes, in any order. */
    static final class Listener {

        private final Map<Long, List<Voice.Text>> texts = new HashMap<>();

        /** Somebody says this. */
        void hear(Said said, int number, Vocabulary vocabulary) {
            var reading = vocabulary.read(said.shownText());
            texts.computeIfAbsent(said.voice(), _ -> new ArrayList<>(1))
                    .add(new Voice.Text(number, Hash.of(said.postId()), reading.packed(), reading.isAlike()));
        }

        /** Somebody is there, whatever is said. */
        void count(Said said) {
            texts.computeIfAbsent(said.voice(), _ -> List.of());
        }

        int voices() {
            return texts.size();
        }

        Talk talk() {
            List<Voice> voices = new ArrayList<>(texts.size());
            texts.forEach((id, said) -> voices.add(new Voice(id, said)));
            return new Talk(voices);
        }
    }
}
