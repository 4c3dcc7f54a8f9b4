package io.habitus.persona.expected;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much counts scatter beyond chance, whatever a few of them do: the spread of {@link NegativeBinomial} with which half
 * of all counts lie within the quartiles, as the median absolute deviation has it (Hampel 1974), on the scale of {@link
 * NegativeBinomial#deviation}. With few counts it is drawn to what is usual elsewhere.
 */
final class Spread {

    /** Fewer expected do not show how much they scatter beyond chance. */
    private static final double ENOUGH = 3;

    private static final double MOST = 2;
    private static final double MOST_FITTED = 3;
    private static final int STEPS = 16;

    private Spread() {}

    /**
     * @param counts as they were
     * @param means as they were expected
     * @param freedom so many figures were fitted to the counts, which lie nearer to them than counts to come
     * @param usually the spread where nothing is known
     * @param weight so many counts weigh as much as what is usual
     */
    static double of(double[] counts, double[] means, double freedom, double usually, double weight) {
        int[] telling = IntStream.range(0, counts.length)
                .filter(i -> means[i] >= ENOUGH)
                .toArray();
        if (telling.length == 0) {
            return usually;
        }
        double low = 0;
        double high = MOST;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (typical(counts, means, telling, middle) > Normal.QUARTILE) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double all = telling.length;
        double free = Math.max(0, all - freedom * all / counts.length);
        double found = low * all / Math.max(free, all / MOST_FITTED);
        return (free * found + weight * usually) / (free + weight);
    }

    private static double typical(double[] counts, double[] means, int[] telling, double spread) {
        double[] sizes = new double[telling.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(NegativeBinomial.deviation(counts[telling[i]], means[telling[i]], spread));
        }
        Arrays.sort(sizes);
        int half = sizes.length / 2;
        return sizes.length % 2 == 1 ? sizes[half] : (sizes[half - 1] + sizes[half]) / 2;
    }
}
