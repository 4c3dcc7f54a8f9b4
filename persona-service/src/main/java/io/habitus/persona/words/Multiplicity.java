package io.habitus.persona.words;

import java.util.Arrays;
import java.util.List;

/**
 * For how many terms a level has to be corrected. Bonferroni's correction, which admits any error at all with the rate
 * asked for, but only for those tested terms that could pass: Tarone (1990), "A modified Bonferroni method for discrete
 * data". A word of six voices cannot surprise anybody, however they are divided between two sides of equal size, so it
 * cannot cause an error either.
 *
 * @param share of the voices of both sides that the first has
 * @param totals for each tested term the voices of both sides that use it, ascending
 */
record Multiplicity(double share, int[] totals) {

    Multiplicity {
        Arrays.sort(totals);
    }

    /** The fewest terms to correct for, so that no more than these can pass: 1 at least. */
    static int of(List<Multiplicity> languages, double errorRate) {
        int low = 1;
        int high = Math.max(
                1,
                languages.stream().mapToInt(language -> language.totals.length).sum());
        while (low < high) {
            int middle = (low + high) >>> 1;
            double level = errorRate / middle;
            long able = languages.stream()
                    .mapToLong(language -> language.able(level))
                    .sum();
            if (able <= middle) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many terms pass if all of their voices are of the first side. */
    private int able(double level) {
        double fewest = Math.log(level) / Math.log(share);
        int low = 0;
        int high = totals.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (totals[middle] < fewest) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return totals.length - low;
    }
}
