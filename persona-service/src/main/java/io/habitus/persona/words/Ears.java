package io.habitus.persona.words;

import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/** How many voices of one side use each term, each voice being heard up to a number of different words. */
final class Ears {

    private final Talk talk;
    private final int[] most;
    private final VoiceTally words = new VoiceTally();

    /** @param most different words, by voice */
    Ears(Talk talk, int[] most) {
        this.talk = talk;
        this.most = most;
        var once = new Once();
        for (int voice = 0; voice < most.length; voice++) {
            talk.voices().get(voice).hear(most[voice], once.next(), words::add, (_, _) -> {});
        }
    }

    /** How many different words each voice of a side uses in all it says. */
    static int[] wordsOf(Talk talk) {
        var once = new Once();
        return talk.voices().stream()
                .mapToInt(voice -> voice.hear(Integer.MAX_VALUE, once.next(), _ -> {}, (_, _) -> {}))
                .toArray();
    }

    VoiceTally words() {
        return words;
    }

    /**
     * How many different phrases each voice uses in what is heard of it.
     *
     * @param taker is given each once for a voice
     */
    int[] phrases(LongConsumer taker) {
        int[] all = new int[most.length];
        Arrays.fill(all, Integer.MAX_VALUE);
        return hear(all, taker);
    }

    /**
     * How many voices use each phrase, each voice being heard up to so many different ones.
     *
     * @param phrases which get their numbers here
     * @param counts whether a phrase is counted
     */
    VoiceTally phrases(int[] mostPhrases, Numbers phrases, LongPredicate counts) {
        var tally = new VoiceTally();
        hear(mostPhrases, phrase -> {
            if (counts.test(phrase)) {
                tally.add(phrases.of(phrase));
            }
        });
        return tally;
    }

    private int[] hear(int[] mostPhrases, LongConsumer taker) {
        int[] different = new int[most.length];
        var once = new Once();
        for (int voice = 0; voice < most.length; voice++) {
            int limit = mostPhrases[voice];
            var own = new Numbers();
            talk.voices().get(voice).hear(most[voice], once.next(), _ -> {}, (first, second) -> {
                long phrase = Vocabulary.phrase(first, second);
                if (own.size() < limit && own.find(phrase) < 0) {
                    own.of(phrase);
                    taker.accept(phrase);
                }
            });
            different[voice] = own.size();
        }
        return different;
    }
}
