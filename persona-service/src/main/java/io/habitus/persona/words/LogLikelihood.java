package io.habitus.persona.words;

/**
 * G², how surprising two counts are if one share stood behind both.
 *
 * <p>Two cells against what the pooled share lets expect: Dunning (1993), "Accurate Methods for the Statistics of Surprise
 * and Coincidence", Computational Linguistics 19(1); in this form Rayson and Garside (2000), "Comparing Corpora using
 * Frequency Profiling".
 */
final class LogLikelihood {

    private LogLikelihood() {}

    /**
     * @param a of {@code n1} use the term
     * @param b of {@code n2} use it
     * @return from 0, the same in both directions
     */
    static double g2(long a, long n1, long b, long n2) {
        double share = (a + b) / (double) (n1 + n2);
        return 2 * (cell(a, n1 * share) + cell(b, n2 * share));
    }

    private static double cell(long observed, double expected) {
        double more = observed - expected;
        // Over both cells, what is more adds up to 0. Taken off each, it keeps the digits of large and near counts.
        return observed == 0 ? -more : observed * Math.log1p(more / expected) - more;
    }
}
