package io.habitus.persona.rest;

import io.habitus.persona.range.Range;
import io.habitus.persona.wording.WatchWords;
import io.habitus.persona.words.OwnWord;
import io.habitus.persona.words.OwnWords;
import io.habitus.persona.words.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Own words as they are answered.
 *
 * @param from inclusive, UTC; absent: from the beginning
 * @param to exclusive, UTC; absent: to the end
 * @param texts how many were compared; posts that are no reposts, of known voices
 * @param share of the voices that were looked at
 * @param sampled with how many texts of everything heard they were compared
 * @param tested how many terms were tested
 */
record WordsAnswer(
        String project,
        String watch,
        Instant from,
        Instant to,
        Map<Integer, Long> asOf,
        int texts,
        double share,
        int sampled,
        int tested,
        List<Language> languages,
        List<Word> words) {

    /**
     * A language that was heard.
     *
     * @param comparison compared, too-few-voices, or too-few-voices-elsewhere
     */
    record Language(String language, int voices, int voicesElsewhere, String comparison) {}

    /**
     * @param forms the ways it is written and inflected
     * @param voices of the watch that use it
     * @param of how many voices of the watch were heard in its language
     * @param logRatio how much more frequent it is than elsewhere: 1 is twice, 2 four times
     * @param lower at least so much
     * @param upper at most so much; absent where nobody elsewhere uses it
     * @param g2 log-likelihood
     */
    record Word(
            String text,
            String language,
            List<String> forms,
            int voices,
            int of,
            int voicesElsewhere,
            int ofElsewhere,
            double logRatio,
            double lower,
            Double upper,
            double g2,
            List<Quote> quotes) {

        static Word of(OwnWord word) {
            return new Word(
                    word.shown(),
                    word.language(),
                    word.forms(),
                    word.voices(),
                    word.n1(),
                    word.voicesElsewhere(),
                    word.n2(),
                    word.logRatio(),
                    word.lower(),
                    Double.isFinite(word.upper()) ? word.upper() : null,
                    word.g2(),
                    word.quotes());
        }
    }

    static WordsAnswer of(String project, String watch, Range range, WatchWords.Answer answer) {
        return new WordsAnswer(
                project,
                watch,
                range.from(),
                range.to(),
                answer.asOf(),
                answer.texts(),
                answer.share(),
                answer.sampled(),
                answer.words().tested(),
                answer.words().languages().stream().map(WordsAnswer::language).toList(),
                answer.words().words().stream().map(Word::of).toList());
    }

    private static Language language(OwnWords.Heard heard) {
        return new Language(
                heard.language(),
                heard.voices(),
                heard.voicesElsewhere(),
                heard.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
