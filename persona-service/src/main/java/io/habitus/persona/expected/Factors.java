package io.habitus.persona.expected;

/**
 * What is heard in each group of hours over what was expected in it, drawn towards 1 as far as too little is known of the
 * group: credibility, Bühlmann and Straub, "Glaubwürdigkeit für Schadensätze" (1970).
 *
 * @param of by group
 * @param unsure by group, what is not known of it, as a relative variance
 * @param freedom so many figures were fitted; a group half drawn to 1 is half a figure
 */
record Factors(double[] of, double[] unsure, double freedom) {

    /**
     * @param weights by hour; 0 leaves it out
     * @param expected by hour, how many mentions
     * @param groups by hour
     * @param count how many groups there are
     * @param differ how far groups differ where nothing is known, as a relative variance
     * @param block so many hours scatter together
     * @param spread how much such a block scatters, see {@link NegativeBinomial}
     */
    static Factors of(
            PastHours past,
            double[] weights,
            double[] expected,
            int[] groups,
            int count,
            double differ,
            double block,
            double spread) {
        double[] heard = new double[count];
        double[] awaited = new double[count];
        double[] weight = new double[count];
        double[] squares = new double[count];
        for (int i = 0; i < groups.length; i++) {
            heard[groups[i]] += weights[i] * past.counts()[i];
            awaited[groups[i]] += weights[i] * expected[i];
            weight[groups[i]] += weights[i];
            squares[groups[i]] += weights[i] * weights[i];
        }
        double[] of = new double[count];
        double[] unsure = new double[count];
        double freedom = 0;
        for (int group = 0; group < count; group++) {
            double credible = 0;
            if (awaited[group] > 0) {
                // Of unequal weights, so many equal ones would tell as much.
                double blocks = Math.max(1, weight[group] * weight[group] / squares[group] / block);
                double perBlock = block * awaited[group] / weight[group];
                credible = differ / (differ + (1 / perBlock + spread) / blocks);
            }
            of[group] = credible > 0 ? credible * heard[group] / awaited[group] + 1 - credible : 1;
            unsure[group] = (1 - credible) * differ;
            freedom += credible;
        }
        return new Factors(of, unsure, freedom);
    }
}
