package io.habitus.tagging.polarity;

/** How a text can speak of what it is about. In the order of the models' labels. */
public enum Label {
    POSITIVE,
    NEUTRAL,
    NEGATIVE
}
