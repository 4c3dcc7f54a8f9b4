package io.habitus.persona.rest;

import io.habitus.contracts.Polarity.Pile;
import io.habitus.persona.wording.Told;
import io.habitus.persona.words.OwnWord;
import io.habitus.persona.words.OwnWords;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Own words as they are answered.
 *
 * @param polarity of what is said so; absent: of all
 * @param from inclusive, UTC; absent: from the beginning
 * @param to exclusive, UTC; absent: to the end
 * @param comparedFrom where what was said before is not compared, because the sample does not reach back so far
 * @param texts how many were compared; posts that are no reposts, of known voices
 * @param share of the voices that were looked at
 * @param sampled with how many texts of everything else heard they were compared; with a polarity, of the watch's others
 * @param tested how many terms were tested
 */
record WordsAnswer(
        String project,
        String watch,
        Pile polarity,
        Instant from,
        Instant to,
        Instant comparedFrom,
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
     * @param wordsPerVoice different terms that a voice of the watch says, in the mean; absent where nothing was compared
     * @param wordsPerVoiceElsewhere the same of the sample
     * @param wordsCompared so many of them were compared, on either side
     */
    record Language(
            String language,
            int voices,
            int voicesElsewhere,
            String comparison,
            Double wordsPerVoice,
            Double wordsPerVoiceElsewhere,
            Double wordsCompared) {}

    /**
     * Words of one line of a mention's title or text, as every reader is shown them.
     *
     * @param postId the mention
     */
    record Quote(String postId, String text) {}

    /**
     * @param forms the ways it is written and inflected
     * @param voices of the watch that use it in what was compared
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
                    word.quotes().stream()
                            .map(quote -> new Quote(quote.postId(), quote.text()))
                            .toList());
        }
    }

    /** @param polarity null: of all */
    static WordsAnswer of(String project, String watch, Pile polarity, Told.Answer answer) {
        return new WordsAnswer(
                project,
                watch,
                polarity,
                answer.from().equals(ViewQuestion.EARLIEST) ? null : answer.from(),
                answer.to().equals(ViewQuestion.LATEST) ? null : answer.to(),
                answer.comparedFrom(),
                answer.asOf(),
                answer.texts(),
                answer.share(),
                answer.sampled(),
                answer.words().tested(),
                answer.words().languages().stream().map(WordsAnswer::language).toList(),
                answer.words().words().stream().map(Word::of).toList());
    }

    private static Language language(OwnWords.Heard heard) {
        boolean isCompared = heard.verdict() == OwnWords.Verdict.COMPARED;
        return new Language(
                heard.language(),
                heard.voices(),
                heard.voicesElsewhere(),
                heard.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                isCompared ? heard.wordsPerVoice() : null,
                isCompared ? heard.wordsPerVoiceElsewhere() : null,
                isCompared ? heard.wordsCompared() : null);
    }
}
