package io.habitus.persona.words;

/**
 * How many times more often, in doublings: the binary logarithm of the ratio of two shares. Hardie (2014), "Log Ratio: an
 * informal introduction"; a count of 0 is taken as 0.5.
 */
final class LogRatio {

    private static final double LOG_2 = Math.log(2);

    private LogRatio() {}

    static double of(long a, long n1, long b, long n2) {
        return ofOdds(atLeastHalf(a) / atLeastHalf(b), n1, n2);
    }

    /** The log ratio of two counts whose own ratio is given. */
    static double ofOdds(double countRatio, long n1, long n2) {
        return Math.log(countRatio * n2 / n1) / LOG_2;
    }

    private static double atLeastHalf(long count) {
        return count == 0 ? 0.5 : count;
    }
}
