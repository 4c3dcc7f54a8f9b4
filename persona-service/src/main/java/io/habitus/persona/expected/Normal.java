package io.habitus.persona.expected;

/** The standard normal distribution. */
final class Normal {

    /** Half of all lie nearer to the mean than so many standard deviations. */
    static final double QUARTILE = 0.6744897501960817;

    private static final int STEPS = 60;
    private static final double FAR = 9;
    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    private Normal() {}

    /** Below this so large a share lies; found by halving, to 1e-15. */
    static double quantile(double share) {
        double low = -FAR;
        double high = FAR;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (below(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The share that lies below: Marsaglia's series (2004), exact to a double near the middle. */
    static double below(double x) {
        double sum = x;
        double term = x;
        double before = Double.NaN;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / ROOT_OF_TWO_PI;
    }
}
