package io.habitus.simulator;

/** What is thought of a brand. */
public enum Polarity {
    NEGATIVE,
    NEUTRAL,
    POSITIVE;

    Polarity opposite() {
        return switch (this) {
            case NEGATIVE -> POSITIVE;
            case NEUTRAL -> NEUTRAL;
            case POSITIVE -> NEGATIVE;
        };
    }
}
