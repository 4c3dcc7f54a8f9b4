package io.habitus.simulator;

import java.util.ArrayList;
import java.util.List;

/** Writes texts: ordinary words with what is planted strewn between them. */
final class Composer {

    private static final String[] HOSTS = {"blog.example.org", "news.example.net", "forum.example.de"};

    private final Brands brands = new Brands();
    private final double heardShare;

    /** @param heardShare share of texts that name a brand, 0 to 1 */
    Composer(double heardShare) {
        this.heardShare = heardShare;
    }

    List<Item> text(Dice dice, String lang) {
        return strewn(dice, lang, brands.plantedIn(dice, heardShare));
    }

    private static List<Item> strewn(Dice dice, String lang, List<List<Item>> planted) {
        Vocabulary vocabulary = lang.equals("de") ? Vocabulary.GERMAN : Vocabulary.ENGLISH;
        int length = (int) Math.clamp(dice.logNormal(11, .6), 3, 60);
        var items = new ArrayList<Item>(length + 12);
        int stretch = Math.max(1, length / (planted.size() + 1));
        for (List<Item> group : planted) {
            words(items, dice, vocabulary, 1 + dice.below(stretch));
            items.addAll(group);
        }
        words(items, dice, vocabulary, Math.max(1, length - items.size()));
        if (dice.chance(.05)) {
            items.add(Item.link(dice.oneOf(HOSTS), "p/" + dice.below(100_000)));
        }
        return items;
    }

    private static void words(List<Item> items, Dice dice, Vocabulary vocabulary, int count) {
        for (int i = 0; i < count; i++) {
            items.add(vocabulary.word(dice));
        }
    }
}
