package io.habitus.training;

/**
 * A text, and what people said it is.
 *
 * @param set which it is from
 * @param label index into the labels of the model
 */
record Labelled(String set, String text, int label) {}
