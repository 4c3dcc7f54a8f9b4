package io.habitus.persona.contribution;

/**
 * A mention as it stands in a watch's timeline.
 *
 * @param at milliseconds since 1970
 */
public record Entry(long at, Utterance utterance) {}
