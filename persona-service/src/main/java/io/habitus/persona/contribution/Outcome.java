package io.habitus.persona.contribution;

/** What becomes of an event of MENTIONS, under the key it travels on with. */
public sealed interface Outcome {

    /** A watch's timeline changes; keyed by {@code project/watch}. */
    record Changed(Difference difference) implements Outcome {}

    /** Nobody can read it; under its own key, with the headers that say why and from where. */
    record Refused(byte[] original) implements Outcome {}
}
