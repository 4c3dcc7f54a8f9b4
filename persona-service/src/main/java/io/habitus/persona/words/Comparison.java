package io.habitus.persona.words;

import io.habitus.persona.words.OwnWords.Heard;
import io.habitus.persona.words.OwnWords.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many voices of both sides use each term, in one language, nobody being heard longer than is fair.
 *
 * <p>Which terms are tested depends on both sides together only: those that the floor of voices uses, and of the phrases
 * those that belong together on both sides together. Had it been those frequent among the watch's voices, chance would
 * choose them before it is tested for, and correcting for their number would not be enough.
 */
final class Comparison {

    private final String language;
    private final Talk target;
    private final Talk reference;
    private final Asked asked;
    private final Vocabulary vocabulary;
    private final FairHearing hearing;
    private final List<Candidate> candidates = new ArrayList<>();
    private int[] totals = new int[1 << 10];
    private int tested;

    /** Compares, unless a side has too few voices. */
    Comparison(String language, Talk target, Talk reference, Vocabulary vocabulary, Asked asked) {
        this.language = language;
        this.target = target;
        this.reference = reference;
        this.asked = asked;
        this.vocabulary = vocabulary;
        boolean isCompared = verdict() == Verdict.COMPARED;
        this.hearing = isCompared ? new FairHearing(target, reference) : new FairHearing(Talk.NONE, Talk.NONE);
        if (isCompared) {
            compare();
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

    Talk target() {
        return target;
    }

    Talk reference() {
        return reference;
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    int n1() {
        return target.size();
    }

    int n2() {
        return reference.size();
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
        return voices >= asked.explained() * hearing.words().voices(word);
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
                hearing.wordsPerVoice(),
                hearing.wordsPerVoiceElsewhere(),
                hearing.words().all() / (double) Math.max(1, n1()),
                tested,
                verdict());
    }

    private Verdict verdict() {
        if (n1() < asked.leastVoices()) {
            return Verdict.TOO_FEW_VOICES;
        }
        return n2() < asked.leastVoices() ? Verdict.TOO_FEW_VOICES_ELSEWHERE : Verdict.COMPARED;
    }

    private void compare() {
        for (int term = 0; term < vocabulary.size(); term++) {
            if (together(term) >= asked.floor()) {
                test(
                        false,
                        term,
                        vocabulary.lasting(term),
                        hearing.words().voices(term),
                        hearing.wordsElsewhere().voices(term));
            }
        }
        comparePhrases();
    }

    private void comparePhrases() {
        var sketch = new Sketch();
        var phrases = hearing.phrases(
                sketch::add, phrase -> mayBelongTogether(phrase) && sketch.mayHave(phrase, asked.floor()));
        for (int number = 0; number < phrases.numbers().size(); number++) {
            int a = phrases.voices().voices(number);
            int b = phrases.voicesElsewhere().voices(number);
            long phrase = phrases.numbers().key(number);
            if (a + b >= asked.floor() && belongsTogether(phrase, a + b)) {
                long lasting = Hash.mix(vocabulary.lasting(Vocabulary.first(phrase)))
                        + vocabulary.lasting(Vocabulary.second(phrase));
                test(true, phrase, lasting, a, b);
            }
        }
    }

    /** No more voices say two words side by side than use the rarer of them: most phrases need no counting. */
    private boolean mayBelongTogether(long phrase) {
        return together(Vocabulary.first(phrase)) >= asked.floor()
                && together(Vocabulary.second(phrase)) >= asked.floor();
    }

    private boolean belongsTogether(long phrase, int together) {
        int first = together(Vocabulary.first(phrase));
        int second = together(Vocabulary.second(phrase));
        long all = hearing.words().all() + hearing.wordsElsewhere().all();
        return Association.of(together, first, second, all) >= asked.association();
    }

    private int together(int term) {
        return hearing.words().voices(term) + hearing.wordsElsewhere().voices(term);
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
