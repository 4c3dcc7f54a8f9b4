package io.habitus.persona.wording;

import java.util.ArrayList;
import java.util.List;

/**
 * As much as fits of what is said: when it is more, half of the voices are left out with all they said, and again. Which
 * ones depends on the voices alone, not on the order in which they come.
 */
final class Gathering<T> {

    private final int most;
    private final long mostUnits;
    private List<Taken<T>> taken = new ArrayList<>();
    private long units;
    private int halvings;

    private record Taken<T>(long voice, int units, T what) {}

    /**
     * @param most texts
     * @param mostUnits of all texts together
     */
    Gathering(int most, long mostUnits) {
        this.most = most;
        this.mostUnits = mostUnits;
    }

    void take(long voice, int unitsOfIt, T what) {
        if (!isIn(voice)) {
            return;
        }
        taken.add(new Taken<>(voice, unitsOfIt, what));
        units += unitsOfIt;
        while ((taken.size() > most || units > mostUnits) && halvings < Long.SIZE - 1) {
            halvings++;
            taken = new ArrayList<>(
                    taken.stream().filter(one -> isIn(one.voice)).toList());
            units = taken.stream().mapToLong(Taken::units).sum();
        }
    }

    private boolean isIn(long voice) {
        // A voice is a part of a keyed hash already, but not every part of it was made to be cut by.
        long mixed = voice * 0x9E3779B97F4A7C15L;
        return Long.numberOfLeadingZeros(mixed ^ mixed >>> 32) >= halvings;
    }

    /** What was gathered. */
    List<T> all() {
        return taken.stream().map(Taken::what).toList();
    }

    /** Which share of the voices it is, over 0 to 1. */
    double share() {
        return Math.scalb(1.0, -halvings);
    }
}
