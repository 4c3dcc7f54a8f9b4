package io.habitus.persona.words;

import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

/** How many voices of two sides use each term, nobody being heard longer than is fair: see {@link EqualTalk}. */
final class FairHearing {

    private final Talk target;
    private final Talk reference;
    private final Ears here;
    private final Ears elsewhere;
    private final double wordsPerVoice;
    private final double wordsPerVoiceElsewhere;

    FairHearing(Talk target, Talk reference) {
        this.target = target;
        this.reference = reference;
        int[] said = Ears.wordsOf(target);
        int[] saidElsewhere = Ears.wordsOf(reference);
        wordsPerVoice = mean(said);
        wordsPerVoiceElsewhere = mean(saidElsewhere);
        here = new Ears(target, EqualTalk.limits(said, target.ids(), saidElsewhere));
        elsewhere = new Ears(reference, EqualTalk.limits(saidElsewhere, reference.ids(), said));
    }

    private static double mean(int[] said) {
        return Arrays.stream(said).average().orElse(0);
    }

    /** Voices of the first side, by word. */
    VoiceTally words() {
        return here.words();
    }

    /** Voices of the second side, by word. */
    VoiceTally wordsElsewhere() {
        return elsewhere.words();
    }

    /** Different words that a voice of the first side says in the mean, heard or not. */
    double wordsPerVoice() {
        return wordsPerVoice;
    }

    double wordsPerVoiceElsewhere() {
        return wordsPerVoiceElsewhere;
    }

    /**
     * Some phrases.
     *
     * @param numbers by which they are counted
     */
    record Phrases(Numbers numbers, VoiceTally voices, VoiceTally voicesElsewhere) {}

    /**
     * As many different words hold more phrases where texts are longer, so of phrases no more are heard than fair, too.
     *
     * @param each takes each phrase once for a voice, of all that is heard in fair words
     * @param isCounted is asked when all were taken
     */
    Phrases phrases(LongConsumer each, LongPredicate isCounted) {
        int[] said = here.phrases(each);
        int[] saidElsewhere = elsewhere.phrases(each);
        var numbers = new Numbers();
        return new Phrases(
                numbers,
                here.phrases(EqualTalk.limits(said, target.ids(), saidElsewhere), numbers, isCounted),
                elsewhere.phrases(EqualTalk.limits(saidElsewhere, reference.ids(), said), numbers, isCounted));
    }
}
