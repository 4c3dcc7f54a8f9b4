package io.habitus.persona.timeline;

import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.Polarity.Pile;

/** How many mentions lie on each pile. Not safe for several threads. */
public final class PileCounts {

    private static final int UNJUDGED = Pile.values().length;

    private final long[] counts = new long[UNJUDGED + 1];

    /**
     * Counts mentions in or, with a number below 0, out.
     *
     * @param pile null if no model was asked
     */
    public void count(Pile pile, int mentions) {
        counts[pile == null ? UNJUDGED : pile.ordinal()] += mentions;
    }

    /** What lies on each now. */
    public Piles piles() {
        return new Piles(on(Pile.POSITIVE), on(Pile.NEUTRAL), on(Pile.NEGATIVE), on(Pile.UNSURE), counts[UNJUDGED]);
    }

    private long on(Pile pile) {
        return counts[pile.ordinal()];
    }
}
