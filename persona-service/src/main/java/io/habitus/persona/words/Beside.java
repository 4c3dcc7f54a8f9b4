package io.habitus.persona.words;

import io.habitus.persona.words.Comparison.Candidate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a watch says beside the texts elsewhere that are of the same kind: those that name what else the project watches, see
 * {@link Asked}. Words of judging and of comparing distinguish all of them from the rest alike, and say little about any. By
 * it words are put in order; it lets none pass.
 */
final class Beside {

    /** So many voices there must be for each of the watch: beside fewer, a word would stand out for being frequent. */
    private static final double LEAST_SHARE = .5;

    private final int n1;
    private final int n2;
    private final boolean hasEnoughVoices;
    private final Map<Candidate, int[]> counts = new HashMap<>();

    /** @param terms which are counted */
    Beside(Comparison in, List<Candidate> terms, Asked asked) {
        var alike = in.reference().alike();
        n1 = in.n1();
        n2 = alike.size();
        hasEnoughVoices = n2 >= asked.leastVoices() && n2 >= n1 * LEAST_SHARE;
        if (hasEnoughVoices) {
            count(new FairHearing(in.target(), alike), terms);
        }
    }

    private void count(FairHearing hearing, List<Candidate> terms) {
        Set<Long> asked = new HashSet<>();
        terms.stream().filter(Candidate::isPhrase).forEach(phrase -> asked.add(phrase.key()));
        var phrases = hearing.phrases(_ -> {}, asked::contains);
        for (var term : terms) {
            int number = term.isPhrase() ? phrases.numbers().find(term.key()) : (int) term.key();
            var voices = term.isPhrase() ? phrases.voices() : hearing.words();
            var elsewhere = term.isPhrase() ? phrases.voicesElsewhere() : hearing.wordsElsewhere();
            counts.put(term, new int[] {
                number < 0 ? 0 : voices.voices(number), number < 0 ? 0 : elsewhere.voices(number),
            });
        }
    }

    /** Whether there are voices enough to stand beside. */
    boolean hasEnoughVoices() {
        return hasEnoughVoices;
    }

    /** How much more frequent a term is at least than in texts of the same kind; only where these have enough voices. */
    double lower(Candidate term, double tail) {
        int[] voices = counts.get(term);
        return RatioInterval.of(voices[0], n1, voices[1], n2, tail).lower();
    }
}
