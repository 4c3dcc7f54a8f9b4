package io.habitus.persona.timeline;

import io.habitus.contracts.Polarity.Pile;

/** Told of each mention of a stretch of time, in order; no object is made for it. */
@FunctionalInterface
public interface Hearing {

    /**
     * @param at milliseconds since 1970
     * @param pile how it speaks; null if no model was asked
     * @param voice 0 if anonymous
     * @param source null if it was not kept
     */
    void hear(long at, boolean repost, boolean anonymous, Pile pile, long voice, String source);
}
