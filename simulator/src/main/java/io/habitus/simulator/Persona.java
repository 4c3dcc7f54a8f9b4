package io.habitus.simulator;

import java.time.Instant;
import java.util.List;

/**
 * A way to behave that some voices share: when they talk, about which brands, in which tone, and what they do by it. Its
 * words are mostly everybody's. The names are for the truth file only; nothing of them is in a text.
 *
 * @param number from 0
 * @param name invented
 * @param peak the hour of the day, UTC, at which it talks most
 * @param weekend how much more it talks on Saturdays and Sundays
 * @param brands how much it talks of each brand, against what is usual, which is 1
 * @param blame share of its opinions about each brand that are negative; as many are praise as are left of .65
 * @param asks share of its posts that are questions
 * @param advises of its opinions, the share that warns or recommends instead of only judging
 */
record Persona(
        int number,
        String name,
        double peak,
        double weekend,
        double[] brands,
        double[] blame,
        double asks,
        double advises) {

    static final List<Persona> ALL = List.of(
            new Persona(0, "early riser", 6, .5, weights(.8, .8, .6, .6, 3), weights(.3, .3, .3, .3, .55), .05, .2),
            new Persona(1, "penny counter", 11, .9, weights(1, 1, .6, 2.4, .7), weights(.5, .3, .3, .5, .3), .12, .3),
            new Persona(
                    2, "night tinkerer", 22, 1.1, weights(1.6, .6, .5, .8, .4), weights(.2, .5, .3, .3, .3), .08, .5),
            new Persona(3, "worrier", 14, .8, weights(.7, 1.4, 1.4, 1, .8), weights(.4, .2, .45, .4, .3), .18, .2),
            new Persona(
                    4, "weekend admirer", 17, 1.7, weights(.8, 1.2, 2, .5, .7), weights(.12, .12, .1, .2, .2), .03, .6),
            new Persona(5, "watchdog", 9, .6, weights(.9, 1.2, .8, 1.6, 1), weights(.55, .55, .5, .6, .5), .04, .6));

    /** Share of the texts with a brand that judge it. */
    private static final double JUDGED = .65;

    /** No persona asks more. */
    static final double MOST_ASKING = .18;

    /** Everybody else. */
    static final Persona NOBODY =
            new Persona(-1, "noise", -1, 1, weights(1, 1, 1, 1, 1), weights(.35, .3, .3, .35, .35), .07, .3);

    private static double[] weights(double... byBrand) {
        return byBrand;
    }

    /** How readily it talks at this hour, 0 to 1. */
    double readiness(Instant at) {
        if (number < 0) {
            return .55;
        }
        int hourOfWeek = Pace.hourOfWeek(at);
        double apart = Math.abs(hourOfWeek % 24 + .5 - peak);
        apart = Math.min(apart, 24 - apart);
        double daily = .25 + .75 * StrictMath.exp(-apart * apart / 40);
        return Math.min(1, daily * (hourOfWeek >= 5 * 24 ? weekend : 1));
    }

    int brand(Dice dice) {
        while (true) {
            int brand = Brands.WHICH.draw(dice);
            if (dice.fraction() * 3 < brands[brand]) {
                return brand;
            }
        }
    }

    Polarity opinion(Dice dice, int brand) {
        double feeling = dice.fraction();
        if (feeling < blame[brand]) {
            return Polarity.NEGATIVE;
        }
        return feeling < JUDGED ? Polarity.POSITIVE : Polarity.NEUTRAL;
    }
}
