package io.habitus.persona.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One set of invented voices, split at random into a watch and the others, again and again. */
enum Splits {
    HALF(.5, 1, 1),
    A_TWENTIETH(.05, 1, 1),
    HALF_AND_IT_SAYS_TWICE_AS_MUCH(.5, 1, .5),
    HALF_AND_IT_SAYS_HALF_AS_MUCH(.5, .5, 1),
    A_TENTH_AND_IT_SAYS_SIX_TIMES_AS_MUCH(.1, 1, 1 / 6.0),
    A_TENTH_AND_IT_SAYS_A_SIXTH(.1, 1 / 6.0, 1);

    static final int MANY = 200;

    private static final int VOICES = 1_000;
    private static final int WORDS = 15;

    private final double share;
    private final double said;
    private final double saidElsewhere;

    /**
     * @param share of the voices that are the watch's
     * @param said share of its posts that a voice of the watch says, one at least
     * @param saidElsewhere the same of the others
     */
    Splits(double share, double said, double saidElsewhere) {
        this.share = share;
        this.said = said;
        this.saidElsewhere = saidElsewhere;
    }

    /** What all the voices say, in two languages, cut once. */
    private record Everything(List<Language> languages) {

        private record Language(Vocabulary vocabulary, List<Voice> voices) {}

        static final Everything SAID = new Everything(List.of(language(99), language(98)));

        private static Language language(long seed) {
            var invented = new Invented(seed, 20_000);
            var vocabulary = new Vocabulary(Invented.LANGUAGE, Asked.usual());
            var listener = new Talk.Listener();
            for (var voice : invented.voices(VOICES / 2, WORDS, 1.2)) {
                voice.said().forEach(said -> listener.hear(said, 0, vocabulary));
            }
            return new Language(vocabulary, listener.talk().voices());
        }
    }

    /** How many of {@link #MANY} answers have any word. */
    long wrongAnswers() {
        return IntStream.range(0, MANY)
                .parallel()
                .filter(seed ->
                        !Keyness.keys(split(new Random(seed)), Asked.usual()).isEmpty())
                .count();
    }

    private List<Comparison> split(Random random) {
        List<Comparison> comparisons = new ArrayList<>();
        for (var language : Everything.SAID.languages) {
            List<Voice> target = new ArrayList<>();
            List<Voice> reference = new ArrayList<>();
            for (var voice : language.voices) {
                if (random.nextDouble() < share) {
                    target.add(saying(voice, said, random));
                } else {
                    reference.add(saying(voice, saidElsewhere, random));
                }
            }
            comparisons.add(new Comparison(
                    "language" + comparisons.size(),
                    new Talk(target),
                    new Talk(reference),
                    language.vocabulary,
                    Asked.usual()));
        }
        return comparisons;
    }

    private static Voice saying(Voice voice, double share, Random random) {
        if (share == 1) {
            return voice;
        }
        int first = random.nextInt(voice.texts().size());
        List<Voice.Text> texts = new ArrayList<>();
        for (int i = 0; i < voice.texts().size(); i++) {
            if (i == first || random.nextDouble() < share) {
                texts.add(voice.texts().get(i));
            }
        }
        return new Voice(voice.id(), texts);
    }
}
