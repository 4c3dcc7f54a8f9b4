package io.habitus.persona.words;

/**
 * Whether two adjacent words belong together: normalised pointwise mutual information, Bouma (2009), "Normalized
 * (Pointwise) Mutual Information in Collocation Extraction". Counted in voices, so that nobody makes a phrase by saying it
 * often.
 */
final class Association {

    private Association() {}

    /**
     * @param together voices that say the two side by side
     * @param first voices that use the first word
     * @param second voices that use the second
     * @param all pairs of a voice and a word it uses
     * @return -1 (never together) to 1 (only together); 0 is chance
     */
    static double of(long together, long first, long second, long all) {
        if (together == 0) {
            return -1;
        }
        double share = together / (double) all;
        if (share >= 1) {
            return 1;
        }
        double information = Math.log(share / ((first / (double) all) * (second / (double) all)));
        return Math.clamp(information / -Math.log(share), -1, 1);
    }
}
