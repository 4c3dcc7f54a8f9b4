package io.habitus.persona.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A few quotes that tell much and not the same: maximal marginal relevance over the sets of their words, Carbonell and
 * Goldstein (1998), "The Use of MMR, Diversity-Based Reranking". Telling is a quote with many words of the answer, and of
 * two such the shorter.
 */
final class QuoteChoice {

    private static final double RELEVANCE = 0.6;
    private static final double SHORTNESS = 0.2;
    /** Quotes that share so many of their runs of three words are copies: Broder (1997), "On the resemblance …". */
    private static final double COPY = 0.5;

    private static final int RUN = 3;

    private QuoteChoice() {}

    /** @param entries of different voices */
    static List<Quote> of(List<QuotePool.Entry> entries, int most) {
        var open = new ArrayList<>(entries);
        List<QuotePool.Entry> chosen = new ArrayList<>();
        while (chosen.size() < most && !open.isEmpty()) {
            var best = open.getFirst();
            double bestScore = Double.NEGATIVE_INFINITY;
            for (var entry : open) {
                double score = RELEVANCE * relevance(entry, entries) - (1 - RELEVANCE) * nearest(entry, chosen);
                if (score > bestScore) {
                    best = entry;
                    bestScore = score;
                }
            }
            var taken = best;
            chosen.add(taken);
            open.removeIf(entry -> entry == taken || resemblance(runs(entry), runs(taken)) >= COPY);
        }
        return chosen.stream().map(QuotePool.Entry::quote).toList();
    }

    private static double relevance(QuotePool.Entry entry, List<QuotePool.Entry> all) {
        int mostTold = 1;
        int mostWords = 1;
        for (var other : all) {
            mostTold = Math.max(mostTold, other.told());
            mostWords = Math.max(mostWords, other.words().size());
        }
        double shortness = 1 - entry.words().size() / (double) mostWords;
        return (1 - SHORTNESS) * entry.told() / mostTold + SHORTNESS * shortness;
    }

    private static double nearest(QuotePool.Entry entry, List<QuotePool.Entry> chosen) {
        double nearest = 0;
        for (var other : chosen) {
            nearest = Math.max(nearest, resemblance(new HashSet<>(entry.words()), new HashSet<>(other.words())));
        }
        return nearest;
    }

    /** Its runs of three words; all of it, if it has fewer. */
    private static Set<List<String>> runs(QuotePool.Entry entry) {
        var words = entry.words();
        if (words.size() <= RUN) {
            return Set.of(words);
        }
        Set<List<String>> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(words.subList(i, i + RUN));
        }
        return runs;
    }

    /** Jaccard's: what two sets share, of all they hold. */
    static <T> double resemblance(Set<T> one, Set<T> other) {
        int shared = 0;
        for (var item : one) {
            if (other.contains(item)) {
                shared++;
            }
        }
        int all = one.size() + other.size() - shared;
        return all == 0 ? 1 : shared / (double) all;
    }
}
