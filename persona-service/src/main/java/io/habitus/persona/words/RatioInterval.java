package io.habitus.persona.words;

/**
 * The interval of a log ratio; its bound nearest to zero is the conservative log ratio, Evert (2022), "Measuring keyness".
 *
 * <p>Exact, given how many use the term on both sides together: then those of the first side are binomial, and the bounds
 * of its share (Clopper and Pearson 1934) are bounds of the ratio. The logarithm of Katz with +0.5 was not taken: corrected
 * for thousands of terms, its bounds lie so far in the tail that where the first side is the smaller one they leave out
 * the truth a hundred times too often (see the tests). Where terms are frequent, voices vary less than this assumes, and
 * the interval is wider than it need be: Hoeffding (1956).
 *
 * @param lower -∞ where nobody of the first side uses the term
 * @param upper +∞ where nobody of the second does
 */
record RatioInterval(double lower, double upper) {

    /** Log odds at which a share is still told from 1, and over any that is searched for. */
    private static final double HIGHEST = 30;

    private static final double SEARCHED = 64;

    /**
     * @param tail the probability with which the truth may lie below, and the same above; over 0, below 0.5
     */
    static RatioInterval of(long a, long n1, long b, long n2, double tail) {
        double lower = a == 0 ? Double.NEGATIVE_INFINITY : lower(a, n1, b, n2, tail);
        double upper = b == 0 ? Double.POSITIVE_INFINITY : -lower(b, n2, a, n1, tail);
        return new RatioInterval(lower, upper);
    }

    /** Whether the lower bound is over 0: far quicker than the bound itself. */
    static boolean isOverZero(long a, long n1, long b, long n2, double tail) {
        double share = n1 / (double) (n1 + n2);
        return a > share * (a + b) && BinomialTail.atLeast(a, a + b, share) < tail;
    }

    /** The log ratio at which so many or more of the first side are as improbable as {@code tail}. */
    private static double lower(long a, long n1, long b, long n2, double tail) {
        double most = b == 0 ? HIGHEST : Math.log(a / (double) b);
        double low = most - SEARCHED;
        double high = most;
        for (int i = 0; i < 80 && high - low > 1e-13; i++) {
            double middle = (low + high) / 2;
            double share = 1 / (1 + Math.exp(-middle));
            if (BinomialTail.atLeast(a, a + b, share) < tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return LogRatio.ofOdds(Math.exp((low + high) / 2), n1, n2);
    }
}
