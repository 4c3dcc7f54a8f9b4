package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;

/** Who talks. Most say little and few say much: activity is log-normal with a median of about three posts. */
final class Voices {

    private static final double POSTS_PER_VOICE = 5;
    private static final int MOST = 200_000;
    private static final double GERMAN = .6;

    private final long seed;
    private final Weighted activity;

    Voices(long seed, int posts) {
        this.seed = seed;
        double[] weights = new double[(int) Math.clamp(posts / POSTS_PER_VOICE, 20, MOST)];
        for (int voice = 0; voice < weights.length; voice++) {
            weights[voice] = Dice.of(seed, Aspect.VOICE_TRAITS, voice).logNormal(3, 1);
        }
        activity = new Weighted(weights);
    }

    /**
     * Somebody who talks.
     *
     * @param id native id
     * @param lang {@code de} or {@code en}, the only language they write
     */
    record Voice(String id, String handle, String name, String lang, long followers) {}

    Voice drawn(Dice dice) {
        int number = activity.draw(dice);
        Dice traits = Dice.of(seed, Aspect.VOICE_TRAITS, ~(long) number);
        return new Voice(
                "u" + number, "stimme_" + number, "Stimme " + number, traits.chance(GERMAN) ? "de" : "en", (long)
                        traits.logNormal(120, 1.5));
    }
}
