package io.habitus.persona.words;

import java.util.ArrayList;
import java.util.List;

/**
 * How many planted words are found, and how often chance alone brings any: prints the figures that {@code
 * docs/methods-own-words.md} states. No arguments; a minute or two.
 */
public final class KeynessFigures {

    private KeynessFigures() {}

    public static void main(String[] arguments) {
        planted(3_000, 12_000, 30, 300);
        planted(3_000, 3_000, 30, 300);
        planted(20_000, 20_000, 30, 300);
        planted(3_000, 12_000, 30, 30);
        for (var splits : Splits.values()) {
            System.out.printf("%s: %d of %d answers with any word%n", splits, splits.wrongAnswers(), Splits.MANY);
        }
    }

    private static void planted(int voices, int voicesElsewhere, int fewest, int most) {
        List<Long> found = new ArrayList<>();
        int wrong = 0;
        for (long seed = 1; seed <= 10; seed++) {
            var planting = Planting.of(seed, voices, voicesElsewhere, fewest, most);
            var answer = Keyness.of(planting.target(), planting.reference(), Asked.usual());
            found.add(planting.foundIn(answer));
            wrong += (int) answer.words().stream()
                    .filter(word -> !planting.planted().contains(word.shown()))
                    .count();
        }
        System.out.printf(
                "%d voices against %d, planted words of %d to %d voices: found %s of 20, wrong in all %d%n",
                voices, voicesElsewhere, fewest, most, found, wrong);
    }
}
