package io.habitus.persona.words;

import java.util.Arrays;
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
     * @param phrases which get their numbers here
     * @param counts whether a phrase is counted
     */
    int[] phrasesOf(Numbers phrases, LongPredicate counts) {
        int[] all = new int[most.length];
        Arrays.fill(all, Integer.MAX_VALUE);
        return hear(phrases, counts, all, new VoiceTally());
    }

    /** How many voices use each phrase, each voice being heard up to so many different ones. */
    VoiceTally phrases(Numbers phrases, LongPredicate counts, int[] mostPhrases) {
        var tally = new VoiceTally();
        hear(phrases, counts, mostPhrases, tally);
        return tally;
    }

    private int[] hear(Numbers phrases, LongPredicate counts, int[] mostPhrases, VoiceTally tally) {
        int[] different = new int[most.length];
        var ofWords = new Once();
        var ofPhrases = new Once();
        for (int i = 0; i < most.length; i++) {
            int voice = i;
            ofPhrases.next();
            talk.voices().get(voice).hear(most[voice], ofWords.next(), _ -> {}, (first, second) -> {
                long phrase = Vocabulary.phrase(first, second);
                if (different[voice] == mostPhrases[voice] || !counts.test(phrase)) {
                    return;
                }
                int number = phrases.of(phrase);
                if (ofPhrases.isNew(number)) {
                    ofPhrases.take(number);
                    different[voice]++;
                    tally.add(number);
                }
            });
        }
        return different;
    }
}
