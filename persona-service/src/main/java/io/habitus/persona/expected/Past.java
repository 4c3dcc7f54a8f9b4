package io.habitus.persona.expected;

/**
 * What a watch heard before a stretch of time.
 *
 * @param hours since it began to hear, whole ones
 * @param isEnough whether so many voices spoke that figures of them say nothing of one
 * @param voicesPerMention distinct voices in stretches like the one asked for, over the mentions in them; not a number where
 *     there was no such stretch
 */
record Past(PastHours hours, boolean isEnough, double voicesPerMention) {}
