package io.habitus.persona.words;

import io.habitus.persona.words.OwnWords.Heard;
import io.habitus.persona.words.OwnWords.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many voices of both sides use each term, in one language.
 *
 * <p>Which terms are tested depends on both sides together only: those that the floor of voices uses, and of the phrases
 * those that belong together on both sides together. Had it been those frequent among the watch's voices, chance would
 * choose them before it is tested for, and correcting for their number would not be enough.
 */
final class Comparison {

    private final String language;
    private final Side target;
    private final Side reference;
    private final Asked asked;
    private final Vocabulary vocabulary;
    private final VoiceTally words = new VoiceTally();
    private final VoiceTally wordsElsewhere = new VoiceTally();
    private final List<Candidate> candidates = new ArrayList<>();
    private int[] totals = new int[1 << 10];
    private int tested;

    /** Compares, unless a side has too few voices. */
    Comparison(String language, Side target, Side reference, Asked asked) {
        this.language = language;
        this.target = target;
        this.reference = reference;
        this.asked = asked;
        this.vocabulary = new Vocabulary(language, asked.except());
        if (verdict() == Verdict.COMPARED) {
            countWords();
            countPhrases();
        }
    }

    /**
     * A term that may be told if its interval lets it.
     *
     * @param key its number, or that of a phrase as {@link Vocabulary#phrase} has it
     * @param lasting decides between equals, whatever came first
     * @param a voices of the watch that use it
     * @param b voices of the reference that use it
     */
    record Candidate(boolean isPhrase, long key, long lasting, int a, int b) {}

    String language() {
        return language;
    }

    Side target() {
        return target;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    int n1() {
        return target.voices();
    }

    int n2() {
        return reference.voices();
    }

    /** How many terms are tested. */
    int tested() {
        return tested;
    }

    /** How many opportunities chance had. */
    Multiplicity multiplicity() {
        return new Multiplicity(n1() / (double) (n1() + n2()), Arrays.copyOf(totals, tested));
    }

    /** Whether at least so much of the voices of the watch that use a word are so many. */
    boolean explains(int voices, int word) {
        return voices >= asked.explained() * words.voices(word);
    }

    /** Those tested that enough voices of the watch use. */
    List<Candidate> candidates() {
        return candidates;
    }

    Heard heard() {
        return new Heard(
                language,
                n1(),
                n2(),
                words.all() / (double) Math.max(1, n1()),
                wordsElsewhere.all() / (double) Math.max(1, n2()),
                tested,
                verdict());
    }

    private Verdict verdict() {
        if (n1() < asked.leastVoices()) {
            return Verdict.TOO_FEW_VOICES;
        }
        return n2() < asked.leastVoices() ? Verdict.TOO_FEW_VOICES_ELSEWHERE : Verdict.COMPARED;
    }

    private void countWords() {
        tallyWords(target, words);
        tallyWords(reference, wordsElsewhere);
        for (int term = 0; term < vocabulary.size(); term++) {
            if (together(term) >= asked.floor()) {
                test(false, term, vocabulary.lasting(term), words.voices(term), wordsElsewhere.voices(term));
            }
        }
    }

    private void tallyWords(Side side, VoiceTally tally) {
        side.read(
                asked.pairsAtOnce(),
                (said, voice) -> {
                    for (int term : vocabulary.read(said.shownText()).terms()) {
                        if (term != Vocabulary.NONE) {
                            tally.add(term, voice);
                        }
                    }
                },
                tally::endPart);
        tally.end();
    }

    private void countPhrases() {
        var phrases = new Numbers();
        var here = new VoiceTally();
        var elsewhere = new VoiceTally();
        tallyPhrases(target, phrases, here);
        tallyPhrases(reference, phrases, elsewhere);
        long all = words.all() + wordsElsewhere.all();
        for (int number = 0; number < phrases.size(); number++) {
            int together = here.voices(number) + elsewhere.voices(number);
            if (together < asked.floor()) {
                continue;
            }
            long phrase = phrases.key(number);
            int first = Vocabulary.first(phrase);
            int second = Vocabulary.second(phrase);
            if (Association.of(together, together(first), together(second), all) >= asked.association()) {
                long lasting = Hash.mix(vocabulary.lasting(first)) + vocabulary.lasting(second);
                test(true, phrase, lasting, here.voices(number), elsewhere.voices(number));
            }
        }
    }

    /** No more voices say two words side by side than use the rarer of them: most phrases need no counting. */
    private void tallyPhrases(Side side, Numbers phrases, VoiceTally tally) {
        side.read(
                asked.pairsAtOnce(),
                (said, voice) -> {
                    for (long phrase : vocabulary.read(said.shownText()).phrases()) {
                        if (phrase != Vocabulary.NONE
                                && together(Vocabulary.first(phrase)) >= asked.floor()
                                && together(Vocabulary.second(phrase)) >= asked.floor()) {
                            tally.add(phrases.of(phrase), voice);
                        }
                    }
                },
                tally::endPart);
        tally.end();
    }

    private int together(int term) {
        return words.voices(term) + wordsElsewhere.voices(term);
    }

    private void test(boolean isPhrase, long key, long lasting, int a, int b) {
        if (tested == totals.length) {
            totals = Arrays.copyOf(totals, tested * 2);
        }
        totals[tested++] = a + b;
        if (a >= asked.floor()) {
            candidates.add(new Candidate(isPhrase, key, lasting, a, b));
        }
    }
}
