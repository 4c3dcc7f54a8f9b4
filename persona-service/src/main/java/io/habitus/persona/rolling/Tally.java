package io.habitus.persona.rolling;

import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.Polarity.Pile;
import io.habitus.persona.timeline.PileCounts;

/** A volume that can grow and shrink. */
final class Tally {

    private final VoiceCounts voices = new VoiceCounts();
    private final PileCounts piles = new PileCounts();
    private long posts;
    private long reposts;
    private long anonymous;

    void add(boolean repost, boolean isAnonymous, Pile pile, long voice) {
        count(repost, isAnonymous, pile, 1);
        if (!isAnonymous) {
            voices.add(voice);
        }
    }

    void subtract(boolean repost, boolean isAnonymous, Pile pile, long voice) {
        count(repost, isAnonymous, pile, -1);
        if (!isAnonymous) {
            voices.subtract(voice);
        }
    }

    private void count(boolean repost, boolean isAnonymous, Pile pile, int sign) {
        piles.count(pile, sign);
        if (repost) {
            reposts += sign;
        } else {
            posts += sign;
        }
        if (isAnonymous) {
            anonymous += sign;
        }
    }

    boolean isEmpty() {
        return posts == 0 && reposts == 0;
    }

    Piles piles() {
        return piles.piles();
    }

    Volume volume() {
        return new Volume(posts, reposts, voices.distinct(), anonymous);
    }
}
