package io.habitus.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a text speaks well or ill of something, as a model judges it.
 *
 * @param label the likeliest; null where no model speaks the text's language
 * @param confidence 0 to 1: how often a label of this confidence is right; 0 without a label
 * @param abstained whether nothing should be concluded from the label: the model is unsure, or there is none
 * @param model which model judged, with its version
 */
public record Polarity(Label label, double confidence, boolean abstained, String model) {

    /** What a text can be. */
    public enum Label {
        @JsonProperty("positive")
        POSITIVE,
        @JsonProperty("neutral")
        NEUTRAL,
        @JsonProperty("negative")
        NEGATIVE
    }

    /** Where a mention is counted. */
    public enum Pile {
        @JsonProperty("positive")
        POSITIVE,
        @JsonProperty("neutral")
        NEUTRAL,
        @JsonProperty("negative")
        NEGATIVE,
        /** The model abstained. */
        @JsonProperty("unsure")
        UNSURE
    }

    /** The only pile it belongs to. */
    public Pile pile() {
        if (abstained || label == null) {
            return Pile.UNSURE;
        }
        return switch (label) {
            case POSITIVE -> Pile.POSITIVE;
            case NEUTRAL -> Pile.NEUTRAL;
            case NEGATIVE -> Pile.NEGATIVE;
        };
    }
}
