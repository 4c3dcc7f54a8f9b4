package io.habitus.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * What is planted into ordinary words: brands in the spellings people use, what goes with them, and look-alikes that
 * no watch may hear. Everything planted is at least one ordinary word apart, so a phrase exists only where it is planted.
 */
final class Brands {

    /** The umlaut as two characters, as some telephones type it. */
    private static final String SUEDWIND_DECOMPOSED = "Su\u0308dwind";

    private static final Item[] NORDWIND = {
        Item.word("Nordwind"), Item.word("nordwind"), Item.word("NORDWIND"), Item.word("Nordwind"), Item.tag("Nordwind")
    };
    private static final Item[] SUEDWIND = {
        Item.word("Südwind"),
        Item.word("südwind"),
        Item.word("Suedwind"),
        Item.word(SUEDWIND_DECOMPOSED),
        Item.tag("Südwind")
    };
    private static final Item[] TRAMLINIE = {
        Item.word("Tramlinie"),
        Item.word("Tramlinien"),
        Item.word("tramlinie7"),
        Item.tag("Tramlinie"),
        Item.handle("tramlinie_ticker")
    };
    private static final Item[] BLITZBANK = {
        Item.word("Blitzbank"), Item.word("blitzbank"), Item.tag("Blitzbank"), Item.handle("blitzbank_hilft")
    };
    private static final Item[] ENERGY = {Item.word("Akku"), Item.word("Batterie")};
    private static final Item[] ADVERTISING = {Item.word("Gewinnspiel"), Item.tag("Anzeige")};
    private static final Item[] FEELINGS = {Item.word("😡"), Item.word("😍"), Item.word("🙄"), Item.word("👍")};
    private static final Item NORDWIND_MOMENT = Item.tag("NordwindMoment");
    private static final Item NORDWIND_HILFE = Item.handle("nordwind_hilfe");
    private static final Item KRANICH = Item.word("Kranich");
    private static final Item AIR = Item.word("Air");

    /** Near misses: parts of a phrase, of a compound or of a bracket, each alone. */
    private static final Item[] LOOK_ALIKES = {
        KRANICH,
        AIR,
        Item.word("Akku"),
        Item.word("Gewinnspiel"),
        Item.word("Nordwinde"),
        Item.word("Blitzbanker"),
        Item.word("Tram"),
        Item.word("😡"),
        Item.tag("Anzeige")
    };

    private static final Weighted WHICH = new Weighted(.40, .25, .12, .12, .11);

    /** The groups of items to plant in one text; within a group nothing comes between. */
    List<List<Item>> plantedIn(Dice dice, double share) {
        var groups = new ArrayList<List<Item>>();
        if (!dice.chance(share)) {
            if (dice.chance(.1)) {
                lookAlike(dice, groups);
            }
            return groups;
        }
        brand(dice, groups);
        if (dice.chance(.06)) {
            brand(dice, groups);
        }
        if (dice.chance(.15)) {
            groups.add(List.of(dice.oneOf(FEELINGS)));
        }
        return groups;
    }

    private static void lookAlike(Dice dice, List<List<Item>> groups) {
        groups.add(List.of(dice.oneOf(LOOK_ALIKES)));
    }

    private static void brand(Dice dice, List<List<Item>> groups) {
        switch (WHICH.draw(dice)) {
            case 0 -> nordwind(dice, groups);
            case 1 -> groups.add(List.of(dice.oneOf(SUEDWIND)));
            case 2 -> groups.add(List.of(KRANICH, dice.chance(.3) ? Item.hyphened("Air") : AIR));
            case 3 -> groups.add(List.of(dice.oneOf(BLITZBANK)));
            default -> groups.add(List.of(dice.oneOf(TRAMLINIE)));
        }
    }

    private static void nordwind(Dice dice, List<List<Item>> groups) {
        if (dice.chance(.05)) {
            groups.add(List.of(dice.oneOf(NORDWIND), Item.hyphened("Akku")));
        } else {
            groups.add(List.of(dice.oneOf(NORDWIND)));
        }
        if (dice.chance(.12)) {
            groups.add(List.of(dice.oneOf(ENERGY)));
        }
        if (dice.chance(.08)) {
            groups.add(List.of(dice.oneOf(ADVERTISING)));
        }
        if (dice.chance(.08)) {
            groups.add(List.of(NORDWIND_MOMENT));
        }
        if (dice.chance(.08)) {
            groups.add(List.of(NORDWIND_HILFE));
        }
    }
}
