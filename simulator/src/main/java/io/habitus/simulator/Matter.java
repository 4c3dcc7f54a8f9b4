package io.habitus.simulator;

import java.util.List;

/**
 * What a text is about, before it is put into words.
 *
 * @param opinions about the brands it names, in their order; empty if it names none
 * @param incident whose news it carries, or null
 */
record Matter(Deed deed, List<Opinion> opinions, Incident incident) {

    /** @param brand number in {@link Brands} */
    record Opinion(int brand, Polarity polarity) {}

    /** The brand named first, or -1. */
    int topic() {
        return opinions.isEmpty() ? -1 : opinions.getFirst().brand;
    }

    boolean names(int brand) {
        for (Opinion opinion : opinions) {
            if (opinion.brand == brand) {
                return true;
            }
        }
        return false;
    }
}
