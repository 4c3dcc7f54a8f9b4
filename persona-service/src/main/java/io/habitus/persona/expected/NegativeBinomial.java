package io.habitus.persona.expected;

/**
 * Counts that scatter more than chance alone: the negative binomial distribution, a Poisson distribution whose mean is
 * itself gamma distributed (Greenwood and Yule 1920). It is told by its mean and its spread, the relative variance of
 * that mean: the variance of the counts is {@code mean + spread * mean²}. With a spread of 0 it is Poisson's.
 */
final class NegativeBinomial {

    /** Where counting step by step ends and the continuous approximation is as good. */
    private static final double MANY = 400;

    private static final double ALMOST_POISSON = 1e-9;

    private NegativeBinomial() {}

    /**
     * The smallest count up to which at least this share of all counts lies.
     *
     * @param share above 0, below 1
     * @param mean at least 0
     * @param spread at least 0
     */
    static long quantile(double share, double mean, double spread) {
        if (mean <= 0) {
            return 0;
        }
        return mean > MANY ? approximate(share, mean, spread) : counted(share, mean, Math.max(spread, ALMOST_POISSON));
    }

    private static long counted(double share, double mean, double spread) {
        double shape = 1 / spread;
        double odds = mean / (mean + shape);
        // log1p: with little spread the shape is large and the quotient near 1.
        double probability = Math.exp(-shape * Math.log1p(mean * spread));
        double below = probability;
        long count = 0;
        while (below < share && (probability > 0 || count < mean)) {
            count++;
            probability *= odds * (shape + count - 1) / count;
            below += probability;
        }
        return count;
    }

    private static long approximate(double share, double mean, double spread) {
        double ninth = (1 / mean + spread) / 9;
        double root = 1 - ninth + Normal.quantile(share) * Math.sqrt(ninth);
        return Math.max(0, Math.round(mean * Math.max(0, root * root * root)));
    }

    /**
     * How many standard deviations a count lies above its mean, or below: by the cube root, which makes skewed counts
     * nearly normal (Wilson and Hilferty 1931).
     */
    static double deviation(double count, double mean, double spread) {
        double ninth = (1 / mean + spread) / 9;
        return (Math.cbrt(count / mean) - 1 + ninth) / Math.sqrt(ninth);
    }
}
