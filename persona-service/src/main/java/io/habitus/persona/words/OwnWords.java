package io.habitus.persona.words;

import java.util.List;

/**
 * The answer of {@link Keyness}.
 *
 * @param words first those that also distinguish from texts of the same kind, if {@link Asked#alike} names any, by the
 *     lesser of both conservative log ratios; then the others, by theirs. All languages in one list: the ratio compares
 *     voices of one language with voices of the same, and all intervals have one level, so they can stand side by side
 * @param tested how many terms were tested, over all languages
 * @param correctedFor between how many of them the error rate is shared, see {@link Multiplicity}
 * @param floor see {@link Asked}
 * @param languages every language heard, by falling voices of the watch
 * @param leftOut utterances on both sides without a known voice or language
 */
public record OwnWords(
        List<OwnWord> words, int tested, int correctedFor, int floor, List<Heard> languages, Left leftOut) {

    public OwnWords {
        words = List.copyOf(words);
        languages = List.copyOf(languages);
    }

    /**
     * One language.
     *
     * @param voices of the watch
     * @param voicesElsewhere of the reference
     * @param wordsPerVoice different terms a voice of the watch uses in the mean; 0 where nothing was compared
     * @param wordsPerVoiceElsewhere the same of the reference
     * @param wordsCompared so many of them were heard of each voice in the mean, on either side; never more than either
     *     says: the less equal the two, the less of what is said could be compared
     * @param tested how many terms
     */
    public record Heard(
            String language,
            int voices,
            int voicesElsewhere,
            double wordsPerVoice,
            double wordsPerVoiceElsewhere,
            double wordsCompared,
            int tested,
            Verdict verdict) {}

    /** Whether a language could be compared, and if not, why. */
    public enum Verdict {
        COMPARED,
        TOO_FEW_VOICES,
        TOO_FEW_VOICES_ELSEWHERE
    }

    /** Utterances nothing was asked of. */
    public record Left(long withoutVoice, long withoutLanguage) {}
}
