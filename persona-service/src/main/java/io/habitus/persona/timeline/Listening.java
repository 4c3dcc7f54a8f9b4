package io.habitus.persona.timeline;

import io.habitus.contracts.Polarity.Pile;
import io.habitus.persona.contribution.Text;

/** Told of each text of a stretch of time, in order. */
@FunctionalInterface
public interface Listening {

    /**
     * @param at milliseconds since 1970
     * @param postId of the mention
     * @param pile how it speaks; null if no model was asked
     * @param voice who said it
     */
    void hear(long at, String postId, Pile pile, long voice, Text text);
}
