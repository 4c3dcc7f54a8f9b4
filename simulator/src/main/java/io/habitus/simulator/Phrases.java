package io.habitus.simulator;

import java.util.ArrayList;
import java.util.List;

/** Turns of phrase of one language, each written in a row; {@code |} stands between them. */
final class Phrases {

    private final List<List<Item>> phrases;

    private Phrases(List<List<Item>> phrases) {
        this.phrases = phrases;
    }

    static Phrases of(String block) {
        var phrases = new ArrayList<List<Item>>();
        for (String phrase : block.strip().split("\\s*\\|\\s*")) {
            phrases.add(row(phrase));
        }
        return new Phrases(List.copyOf(phrases));
    }

    /** The words between blanks. */
    static List<Item> row(String phrase) {
        var row = new ArrayList<Item>();
        for (String word : phrase.strip().split("\\s+")) {
            row.add(Item.word(word));
        }
        return List.copyOf(row);
    }

    List<Item> drawn(Dice dice) {
        return phrases.get(dice.below(phrases.size()));
    }

    List<List<Item>> all() {
        return phrases;
    }
}
