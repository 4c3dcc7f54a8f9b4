package io.habitus.simulator;

import java.util.Arrays;

/** Draws numbers with given weights in constant time (the alias method of Walker and Vose). */
final class Weighted {

    private final double[] keep;
    private final int[] alias;

    Weighted(double... weights) {
        int size = weights.length;
        double total = Arrays.stream(weights).sum();
        keep = new double[size];
        alias = new int[size];
        int[] small = new int[size];
        int[] large = new int[size];
        int smalls = 0;
        int larges = 0;
        for (int i = 0; i < size; i++) {
            keep[i] = weights[i] * size / total;
            if (keep[i] < 1) {
                small[smalls++] = i;
            } else {
                large[larges++] = i;
            }
        }
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            alias[less] = more;
            keep[more] -= 1 - keep[less];
            if (keep[more] < 1) {
                larges--;
                small[smalls++] = more;
            }
        }
        while (larges > 0) {
            keep[large[--larges]] = 1;
        }
        // Left over by rounding only.
        while (smalls > 0) {
            keep[small[--smalls]] = 1;
        }
    }

    /** The weights of {@code size} things by rank, the first used most (Zipf with exponent 1). */
    static Weighted zipf(int size) {
        double[] weights = new double[size];
        for (int rank = 0; rank < size; rank++) {
            // Mandelbrot's shift: the very first words are not that much more frequent than the next.
            weights[rank] = 1 / (rank + 2.7);
        }
        return new Weighted(weights);
    }

    int draw(Dice dice) {
        int column = dice.below(keep.length);
        return dice.fraction() < keep[column] ? column : alias[column];
    }
}
