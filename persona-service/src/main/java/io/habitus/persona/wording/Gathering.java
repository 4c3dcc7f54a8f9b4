package io.habitus.persona.wording;

import io.habitus.persona.words.Said;
import java.util.ArrayList;
import java.util.List;

/** Texts, as many as fit: when there are more, half of the voices are left out with all they said, and again. */
final class Gathering {

    private final int most;
    private List<Said> said = new ArrayList<>();
    private int halvings;

    Gathering(int most) {
        this.most = most;
    }

    void take(Said text) {
        if (!isIn(text.voice())) {
            return;
        }
        said.add(text);
        while (said.size() > most && halvings < Long.SIZE - 1) {
            halvings++;
            said = new ArrayList<>(
                    said.stream().filter(one -> isIn(one.voice())).toList());
        }
    }

    private boolean isIn(long voice) {
        // A voice is a part of a keyed hash already, but not every part of it was made to be cut by.
        long mixed = voice * 0x9E3779B97F4A7C15L;
        return Long.numberOfLeadingZeros(mixed ^ mixed >>> 32) >= halvings;
    }

    /** What was gathered. */
    List<Said> said() {
        return said;
    }

    /** Which share of the voices it is, over 0 to 1. */
    double share() {
        return Math.scalb(1.0, -halvings);
    }
}
