package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;
import java.time.Instant;

/**
 * Who talks. Most say little and few say much: activity is log-normal with a median of three posts. Most are nobody in
 * particular.
 */
final class Voices {

    /** Share of voices without a persona. */
    static final double NOISE = .55;

    /** Those who end up with no post at all are not heard of, which lifts the median of the others from this to 3. */
    private static final double MEDIAN = 2.45;

    private static final double SIGMA = 1;

    /** The mean of the log-normal distribution. */
    private static final double POSTS_PER_VOICE = MEDIAN * StrictMath.exp(SIGMA * SIGMA / 2);

    private static final int FEWEST = 20;
    private static final int MOST = 1_000_000;
    private static final double GERMAN = .6;
    private static final double TWO_PERSONAS = .3;
    /** Between the logarithms of influence and of followers. */
    private static final double CORRELATION = .5;

    private static final int TRIES = 8;

    private final long seed;
    private final int count;
    private final Weighted activity;
    private final Voice[] recent = new Voice[1 << 12];

    Voices(long seed, int posts) {
        this.seed = seed;
        count = (int) Math.clamp(posts / POSTS_PER_VOICE, FEWEST, MOST);
        double[] weights = new double[count];
        for (int voice = 0; voice < count; voice++) {
            weights[voice] = Dice.of(seed, Aspect.VOICE_TRAITS, voice).logNormal(MEDIAN, SIGMA);
        }
        activity = new Weighted(weights);
    }

    int count() {
        return count;
    }

    /** What one may be in the talk about a brand. */
    enum Role {
        /** What they begin is answered and carried on by many. */
        LEADER,
        /** What they carry on is carried on. */
        MULTIPLIER,
        /** They answer questions. */
        HELPER
    }

    Voice voice(int number) {
        // Whoever asks twice gets an equal voice, so it does not matter which thread put it here.
        Voice kept = recent[number & recent.length - 1];
        if (kept != null && kept.number() == number) {
            return kept;
        }
        Voice made = made(number);
        recent[number & recent.length - 1] = made;
        return made;
    }

    private Voice made(int number) {
        Dice traits = Dice.of(seed, Aspect.VOICE_TRAITS, ~(long) number);
        String lang = traits.chance(GERMAN) ? "de" : "en";
        double influence = traits.gaussian();
        double fame = CORRELATION * influence + Math.sqrt(1 - CORRELATION * CORRELATION) * traits.gaussian();
        int persona = traits.chance(NOISE) ? -1 : traits.below(Persona.ALL.size());
        boolean two = persona >= 0 && traits.chance(TWO_PERSONAS);
        int other = two ? (persona + 1 + traits.below(Persona.ALL.size() - 1)) % Persona.ALL.size() : -1;
        return new Voice(
                seed,
                number,
                lang,
                (long) (120 * StrictMath.exp(1.5 * fame)),
                StrictMath.exp(influence),
                persona,
                other,
                two ? traits.below(Brands.COUNT) : -1);
    }

    /** Whether a voice has a role in the talk about a brand; several roles are possible, also for noise. */
    boolean is(Role role, Voice voice, int brand) {
        if (brand < 0) {
            return false;
        }
        double share =
                switch (role) {
                    case LEADER -> Math.min(.05, .003 * voice.influence());
                    case MULTIPLIER -> Math.min(.05, .004 * Math.sqrt(voice.influence()));
                    case HELPER -> .015;
                };
        long question = (voice.number() * 8L + brand) * 4 + role.ordinal();
        return Dice.of(seed, Aspect.ROLE, question).fraction() < share;
    }

    boolean isMultiplier(Voice voice) {
        return topic(Role.MULTIPLIER, voice) >= 0;
    }

    boolean leads(Voice voice) {
        return topic(Role.LEADER, voice) >= 0;
    }

    /** The brand that somebody with a role talks about most, or -1. */
    int topic(Voice voice) {
        int topic = topic(Role.LEADER, voice);
        topic = topic >= 0 ? topic : topic(Role.MULTIPLIER, voice);
        return topic >= 0 ? topic : topic(Role.HELPER, voice);
    }

    private int topic(Role role, Voice voice) {
        for (int brand = 0; brand < Brands.COUNT; brand++) {
            if (is(role, voice, brand)) {
                return brand;
            }
        }
        return -1;
    }

    /** Somebody who is awake. */
    Voice drawn(Dice dice, Instant at) {
        Voice drawn = voice(activity.draw(dice));
        for (int i = 0; i < TRIES && !dice.chance(drawn.personaAbout(-1).readiness(at)); i++) {
            drawn = voice(activity.draw(dice));
        }
        return drawn;
    }

    /** One of so many who would say something, preferably somebody with the role in the talk about this brand. */
    Voice preferably(Role role, int brand, int candidates, Dice dice, Instant at) {
        Voice first = drawn(dice, at);
        Voice candidate = first;
        for (int i = 0; i < candidates; i++) {
            if (is(role, candidate, brand)) {
                return candidate;
            }
            candidate = voice(activity.draw(dice));
        }
        return first;
    }
}
