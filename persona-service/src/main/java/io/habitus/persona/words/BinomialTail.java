package io.habitus.persona.words;

/** The far end of the binomial distribution, summed term by term. */
final class BinomialTail {

    private static final int TABLE = 32;
    private static final double[] LOG_FACTORIALS = new double[TABLE];

    static {
        for (int n = 2; n < TABLE; n++) {
            LOG_FACTORIALS[n] = LOG_FACTORIALS[n - 1] + Math.log(n);
        }
    }

    private BinomialTail() {}

    /**
     * The probability of at least {@code k} successes in {@code n} trials.
     *
     * @param share of success, over 0, below 1
     */
    static double atLeast(long k, long n, double share) {
        if (k <= 0) {
            return 1;
        }
        if (k < n * share) {
            return 1 - atLeast(n - k + 1, n, 1 - share);
        }
        double odds = share / (1 - share);
        double term = 1;
        double sum = 1;
        for (long i = k; i < n && term > sum * 1e-17; i++) {
            term *= (n - i) / (i + 1.0) * odds;
            sum += term;
        }
        return Math.min(1, sum * Math.exp(logOf(k, n, share)));
    }

    private static double logOf(long k, long n, double share) {
        double chosen = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
        return chosen + k * Math.log(share) + (n - k) * Math.log1p(-share);
    }

    /** Stirling's series where it is exact to the last digits. */
    private static double logFactorial(long n) {
        if (n < TABLE) {
            return LOG_FACTORIALS[(int) n];
        }
        double x = 1.0 / n;
        double series = x * (1.0 / 12 - x * x * (1.0 / 360 - x * x * (1.0 / 1260 - x * x / 1680)));
        return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
    }
}
