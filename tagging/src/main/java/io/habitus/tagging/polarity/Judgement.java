package io.habitus.tagging.polarity;

/**
 * What a model says of one text.
 *
 * @param label the likeliest; null where no model speaks the language
 * @param confidence 0 to 1: how often a label of this confidence is right on texts like those of the training
 * @param abstained whether nothing should be concluded from the label
 * @param model name and version of who judged
 */
public record Judgement(Label label, double confidence, boolean abstained, String model) {}
