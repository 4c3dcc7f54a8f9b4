package io.habitus.simulator;

/**
 * Repeatable chance (SplitMix64). Our own, because a seed must give the same posts on every Java version, which
 * {@code java.util.random} does not promise for Gaussians.
 */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** The dice of one question ({@code aspect}) about one thing ({@code number}); independent of all others. */
    static Dice of(long seed, Aspect aspect, long number) {
        return new Dice(mix(mix(seed + GOLDEN_GAMMA * (aspect.ordinal() + 1L)) + number * GOLDEN_GAMMA));
    }

    /** The questions that are decided independently, so that a new question changes no old answer. */
    enum Aspect {
        KIND,
        TARGET,
        TIME,
        VOICE,
        TEXT,
        EDITED_TEXT,
        FIGURES,
        FATE,
        VOICE_TRAITS,
        INCIDENT,
        DEED,
        OPINION,
        ASKING,
        THREAD,
        ROLE,
        OWN_WORD,
        THEME,
        STATED_TIME
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Evenly from [0, 1). */
    double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Evenly from [0, bound). */
    int below(int bound) {
        return (int) ((next() >>> 33) * bound >>> 31);
    }

    boolean chance(double share) {
        return fraction() < share;
    }

    <T> T oneOf(T[] choices) {
        return choices[below(choices.length)];
    }

    /** Normal with mean 0 and standard deviation 1 (Box and Muller). */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - fraction()));
        return radius * StrictMath.cos(2 * Math.PI * fraction());
    }

    /** Log-normal with this median; {@code sigma} is the standard deviation of the logarithm. */
    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
