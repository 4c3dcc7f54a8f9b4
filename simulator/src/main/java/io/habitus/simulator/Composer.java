package io.habitus.simulator;

import io.habitus.simulator.Matter.Opinion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes texts: ordinary words with what is planted strewn between them. */
final class Composer {

    private static final String[] HOSTS = {"blog.example.org", "news.example.net", "forum.example.de"};

    /** Share of an incident's texts that name its cause, and of other texts that name some cause. */
    private static final double CAUSE = .75;

    private static final double OTHER_CAUSE = .001;

    private final OwnWords ownWords;
    private final Themes themes;

    Composer(OwnWords ownWords, Themes themes) {
        this.ownWords = ownWords;
        this.themes = themes;
    }

    /**
     * Who speaks.
     *
     * @param number tells habits apart
     */
    record Speaker(long number, String lang, Persona persona) {}

    /** What was written, and the numbers of the own words in it. */
    record Text(Utterance utterance, Set<Integer> ownWords) {}

    Text text(Dice dice, Speaker speaker, Matter matter, String type) {
        var groups = new ArrayList<List<Item>>();
        var used = new TreeSet<Integer>();
        Turns turns = Turns.of(speaker.lang);
        add(groups, turns.of(matter.deed(), dice));
        addBrands(groups, dice, speaker.lang, matter);
        for (OwnWords.Used own : ownWords.used(dice, speaker.number, speaker.lang, matter)) {
            used.add(own.word());
            groups.add(own.form());
        }
        addCause(groups, dice, speaker.lang, matter);
        if (matter.opinions().isEmpty() && dice.chance(.1)) {
            groups.add(List.of(Brands.lookAlike(dice)));
        }
        boolean asks = matter.deed() == Deed.ASK;
        return new Text(new Utterance(strewn(dice, speaker, groups), speaker.lang, type, asks), used);
    }

    private static void addBrands(List<List<Item>> groups, Dice dice, String lang, Matter matter) {
        Tone tone = Tone.of(lang);
        Opinion before = null;
        for (Opinion opinion : matter.opinions()) {
            var clause = new ArrayList<Item>();
            if (before != null && before.polarity() != opinion.polarity()) {
                clause.addAll(tone.contrast(dice));
            }
            clause.addAll(Brands.spelled(dice, opinion.brand()));
            clause.addAll(tone.judgement(dice, opinion.polarity()));
            groups.add(clause);
            Brands.addTo(groups, dice, opinion.brand(), opinion.polarity());
            before = opinion;
        }
    }

    private static void addCause(List<List<Item>> groups, Dice dice, String lang, Matter matter) {
        if (matter.incident() != null && dice.chance(CAUSE)) {
            groups.add(Phrases.row(matter.incident().cause(lang)));
        } else if (dice.chance(OTHER_CAUSE)) {
            groups.add(Phrases.row(Incidents.anyCause(dice, lang)));
        }
    }

    private List<Item> strewn(Dice dice, Speaker speaker, List<List<Item>> planted) {
        Vocabulary vocabulary = Vocabulary.of(speaker.lang);
        int theme = themes.themeOf(dice, speaker.number, speaker.persona);
        int length = (int) Math.clamp(dice.logNormal(11, .6), 3, 60);
        var items = new ArrayList<Item>(length + 16);
        int stretch = Math.max(1, length / (planted.size() + 1));
        for (List<Item> group : planted) {
            words(items, dice, theme, vocabulary, 1 + dice.below(stretch));
            items.add(group.getFirst());
            group.subList(1, group.size()).forEach(item -> items.add(item.bind()));
        }
        words(items, dice, theme, vocabulary, Math.max(1, length - items.size()));
        if (dice.chance(.05)) {
            items.add(Item.link(dice.oneOf(HOSTS), "p/" + dice.below(100_000)));
        }
        return items;
    }

    private void words(List<Item> items, Dice dice, int theme, Vocabulary vocabulary, int count) {
        for (int i = 0; i < count; i++) {
            items.add(themes.word(dice, theme, vocabulary));
        }
    }

    private static void add(List<List<Item>> groups, List<Item> group) {
        if (!group.isEmpty()) {
            groups.add(group);
        }
    }
}
