package io.habitus.persona.rolling;

import io.habitus.contracts.LiveView.Volume;

/** A volume that can grow and shrink. */
final class Tally {

    private final VoiceCounts voices = new VoiceCounts();
    private long posts;
    private long reposts;
    private long anonymous;

    void add(boolean repost, boolean isAnonymous, long voice) {
        count(repost, isAnonymous, 1);
        if (!isAnonymous) {
            voices.add(voice);
        }
    }

    void subtract(boolean repost, boolean isAnonymous, long voice) {
        count(repost, isAnonymous, -1);
        if (!isAnonymous) {
            voices.subtract(voice);
        }
    }

    private void count(boolean repost, boolean isAnonymous, int sign) {
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

    Volume volume() {
        return new Volume(posts, reposts, voices.distinct(), anonymous);
    }
}
