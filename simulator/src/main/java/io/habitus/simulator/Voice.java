package io.habitus.simulator;

/**
 * Somebody who talks.
 *
 * @param number from 0
 * @param lang {@code de} or {@code en}, the only language they write
 * @param influence how readily others answer and carry on what this voice says, against the median, which is 1
 * @param persona number of the persona it shows, or -1
 * @param otherPersona number of the persona it shows instead when it talks about {@code otherBrand}, or -1
 * @param otherBrand number in {@link Brands}, or -1
 */
record Voice(
        long seed,
        int number,
        String lang,
        long followers,
        double influence,
        int persona,
        int otherPersona,
        int otherBrand) {

    String id() {
        return "u" + seed + "-" + number;
    }

    String handle() {
        return "stimme_" + number;
    }

    String name() {
        return "Stimme " + number;
    }

    boolean isNoise() {
        return persona < 0;
    }

    /** As whom it talks about this brand, or -1 for none. */
    Persona personaAbout(int brand) {
        int shown = brand >= 0 && brand == otherBrand ? otherPersona : persona;
        return shown < 0 ? Persona.NOBODY : Persona.ALL.get(shown);
    }
}
