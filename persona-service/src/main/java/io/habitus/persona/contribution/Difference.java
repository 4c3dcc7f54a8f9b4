package io.habitus.persona.contribution;

/**
 * How one event of MENTIONS changes the timeline of one watch. Carries what it takes away as well as what it adds, so
 * that counting needs no look-up.
 *
 * @param partition of MENTIONS the event came from
 * @param offset of the event there
 * @param postHigh first half of the post id
 * @param postLow second half of the post id
 * @param before what the timeline held of this post; null if nothing
 * @param after what it holds now; null if nothing
 * @param text what the post says now; null if that did not change, or nothing is held of it any more
 */
public record Difference(
        int partition, long offset, long postHigh, long postLow, Entry before, Entry after, Text text) {}
