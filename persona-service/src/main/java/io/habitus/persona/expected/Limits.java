package io.habitus.persona.expected;

/**
 * What is usual of a count.
 *
 * @param low the least that is still usual, at least 0
 * @param expected the mean, at least 0
 * @param high the most that is still usual
 */
public record Limits(long low, double expected, long high) {

    private static final double CENT = 100;

    static Limits of(Surely surely, double mean, double spread) {
        double tail = (1 - surely.share()) / 2;
        return new Limits(
                NegativeBinomial.quantile(tail, mean, spread),
                Math.round(mean * CENT) / CENT,
                NegativeBinomial.quantile(1 - tail, mean, spread));
    }
}
