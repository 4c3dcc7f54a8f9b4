package io.habitus.simulator;

import java.util.List;

/**
 * The brands in the spellings people use, what goes with them, and look-alikes that no watch may hear. Everything planted
 * is at least one ordinary word apart, so a phrase exists only where it is planted.
 */
final class Brands {

    static final int NORDWIND = 0;
    static final int SUEDWIND = 1;
    static final int KRANICH_AIR = 2;
    static final int BLITZBANK = 3;
    static final int TRAMLINIE = 4;
    static final int COUNT = 5;

    /** Share of the texts with a brand that also name a second one. */
    static final double SECOND = .10;

    private static final double[] SHARES = {.40, .25, .12, .12, .11};

    static final Weighted WHICH = new Weighted(SHARES);

    /** The umlaut as two characters, as some telephones type it. */
    private static final String SUEDWIND_DECOMPOSED = "Su\u0308dwind";

    private static final Item[][] SPELLINGS = {
        {
            Item.word("Nordwind"),
            Item.word("nordwind"),
            Item.word("NORDWIND"),
            Item.word("Nordwind"),
            Item.tag("Nordwind")
        },
        {
            Item.word("Südwind"),
            Item.word("südwind"),
            Item.word("Suedwind"),
            Item.word(SUEDWIND_DECOMPOSED),
            Item.tag("Südwind")
        },
        {Item.word("Kranich")},
        {Item.word("Blitzbank"), Item.word("blitzbank"), Item.tag("Blitzbank"), Item.handle("blitzbank_hilft")},
        {
            Item.word("Tramlinie"),
            Item.word("Tramlinien"),
            Item.word("tramlinie7"),
            Item.tag("Tramlinie"),
            Item.handle("tramlinie_ticker")
        }
    };
    private static final Item AIR = Item.word("Air");
    private static final Item[] ENERGY = {Item.word("Akku"), Item.word("Batterie")};
    private static final Item[] ADVERTISING = {Item.word("Gewinnspiel"), Item.tag("Anzeige")};
    private static final Item[] JOY = {Item.word("😍"), Item.word("👍")};
    private static final Item[] ANGER = {Item.word("😡"), Item.word("🙄")};
    private static final Item[] SHRUG = {Item.word("🤷"), Item.word("🙄")};
    private static final Item NORDWIND_MOMENT = Item.tag("NordwindMoment");
    private static final Item NORDWIND_HILFE = Item.handle("nordwind_hilfe");

    /** Near misses: parts of a phrase, of a compound or of a bracket, each alone. */
    private static final Item[] LOOK_ALIKES = {
        Item.word("Kranich"),
        AIR,
        Item.word("Akku"),
        Item.word("Gewinnspiel"),
        Item.word("Nordwinde"),
        Item.word("Blitzbanker"),
        Item.word("Tram"),
        Item.word("😡"),
        Item.tag("Anzeige")
    };

    private static final String[] WATCHES = SimulatedWatches.brands().stream()
            .map(SimulatedWatches.SimulatedWatch::name)
            .toArray(String[]::new);

    private Brands() {}

    /** Name of the watch that hears this brand. */
    static String watch(int brand) {
        return WATCHES[brand];
    }

    /** Of the texts that name a brand, the share that names this one, first or second. */
    static double share(int brand) {
        return SHARES[brand] * (1 + SECOND * (1 - SHARES[brand]));
    }

    /** The brand as somebody writes it, with nothing in between. */
    static List<Item> spelled(Dice dice, int brand) {
        Item first = dice.oneOf(SPELLINGS[brand]);
        if (brand == KRANICH_AIR) {
            return List.of(first, dice.chance(.3) ? Item.hyphened("Air") : AIR);
        }
        return brand == NORDWIND && dice.chance(.05) ? List.of(first, Item.hyphened("Akku")) : List.of(first);
    }

    /** What some add; each stands alone. */
    static void addTo(List<List<Item>> groups, Dice dice, int brand, Polarity polarity) {
        if (brand == NORDWIND) {
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
        if (dice.chance(polarity == Polarity.NEUTRAL ? .04 : .25)) {
            groups.add(List.of(
                    switch (polarity) {
                        case NEGATIVE -> dice.oneOf(ANGER);
                        case NEUTRAL -> dice.oneOf(SHRUG);
                        case POSITIVE -> dice.oneOf(JOY);
                    }));
        }
    }

    static Item lookAlike(Dice dice) {
        return dice.oneOf(LOOK_ALIKES);
    }
}
