package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;

/**
 * What somebody likes to talk about: some ordinary words that come a little more often. Personas have one each; whoever
 * has none still has an interest, one of many, so that a favourite word does not give a persona away.
 */
final class Themes {

    /** Share of the words of a text in character that come from its theme. */
    static final double SHARE = .11;

    /** Share of a persona's texts that are in character. */
    static final double IN_CHARACTER = .6;

    private static final int INTERESTS = 24;
    private static final int WORDS = 90;
    /** Not the words of every day, and not those nobody knows. */
    private static final int FIRST_RANK = 130;

    private static final int LAST_RANK = 1_000;
    private static final Weighted WITHIN = Weighted.zipf(WORDS);

    private final int[][] ranks = new int[Persona.ALL.size() + INTERESTS][];

    Themes(long seed) {
        for (int theme = 0; theme < ranks.length; theme++) {
            Dice dice = Dice.of(seed, Aspect.THEME, theme);
            ranks[theme] = new int[WORDS];
            for (int i = 0; i < WORDS; i++) {
                ranks[theme][i] = FIRST_RANK + dice.below(LAST_RANK - FIRST_RANK);
            }
        }
    }

    /** The theme of one text, or -1 for none. */
    int themeOf(Dice dice, long speaker, Persona persona) {
        if (!dice.chance(IN_CHARACTER)) {
            return -1;
        }
        return persona.number() >= 0
                ? persona.number()
                : Persona.ALL.size() + (int) Math.floorMod(speaker * 7, (long) INTERESTS);
    }

    Item word(Dice dice, int theme, Vocabulary vocabulary) {
        return theme >= 0 && dice.chance(SHARE)
                ? vocabulary.ranked(ranks[theme][WITHIN.draw(dice)])
                : vocabulary.word(dice);
    }
}
