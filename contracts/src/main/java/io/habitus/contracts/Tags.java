package io.habitus.contracts;

/**
 * What the models of {@code tagging} say of a text: a function of its title, its text, the language its source states,
 * and the models.
 *
 * @param language ISO 639-1 of a language that was recognised, {@code other} for one that no model speaks, {@code und}
 *     if it is unsure or there are no words; {@code lang} beside it is what the source states
 */
public record Tags(String language, Polarity polarity) {}
