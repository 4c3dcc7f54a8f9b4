package io.habitus.simulator;

import io.habitus.simulator.Dice.Aspect;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@link OwnWord own words} of a seed. Whether a voice uses a word is its habit, in talk about the brand and,
 * with a smaller share of voices, in other talk: so the ratio holds between distinct voices, however much each one says.
 */
final class OwnWords {

    /** For each brand and language. */
    static final int EACH = 6;

    /** How surely a voice uses a word of its habit in one text. */
    static final double SURELY = .85;

    private static final int MOST_IN_A_TEXT = 3;

    /** Invented words with their forms, and phrases of ordinary words whose parts are common and whose whole is not. */
    private static final String GERMAN = """
            Flirrlampe Flirrlampen | Zwackel Zwackels Zwackeln | Brummloch Brummlochs Brummlöcher | Knarzsitz Knarzsitze
            Knarzsitzen | Drömelei Drömeleien | Piepskasten Piepskastens Piepskästen | Schlurfzeit Schlurfzeiten
            | Wackelbon Wackelbons | Fludertür Fludertüren | Gnatzgebühr Gnatzgebühren | Hibbelanzeige Hibbelanzeigen
            | Murkelplan Murkelplans Murkelpläne | Quietschhebel Quietschhebels Quietschhebeln | Rappelzug Rappelzuges
            Rappelzüge | Sirrzähler Sirrzählers Sirrzählern | Tüdelband Tüdelbands Tüdelbänder | verzwirbeln verzwirbelt
            verzwirbelte | aufbrötzen aufgebrötzt brötzt | durchschlonzen durchgeschlonzt | nachfummern nachgefummert
            fummert | gnorkig gnorkige gnorkigen gnorkiges | pluffig pluffige pluffigen | zersemmelt zersemmelte zersemmelten
            | krullig krullige krulligen krulliger
            | lauter:Morgen lauten:Morgen | blaues:Fenster blauen:Fensters | kalter:Abend kalten:Abend | kleine:Familie
            kleinen:Familie | neuer:Nachbar neuen:Nachbarn | volle:Stunde vollen:Stunden | warmer:Koffer warmen:Koffer
            | grüne:Minute grünen:Minuten | leerer:Vertrag leeren:Vertrags | alte:Nacht alten:Nacht
            """;

    private static final String ENGLISH = """
            flirrlamp flirrlamps | zwackle zwackles zwackled zwackling | hummhole hummholes | creakseat creakseats
            | droomery droomeries | beepbox beepboxes | slouchtime slouchtimes | wobbleslip wobbleslips | flutterdoor
            flutterdoors | grumblefee grumblefees | jitterboard jitterboards | muddleplan muddleplans | squeaklever squeaklevers
            | rattlecar rattlecars | whirrmeter whirrmeters | dawdleband dawdlebands | twizzle twizzles twizzled twizzling
            | brotch brotches brotched brotching | schlonze schlonzed schlonzing | fummer fummers fummered fummering
            | gnorky gnorkier gnorkiest | pluffy pluffier | semmled semmling semmles | krully krullier
            | loud:morning loud:mornings | blue:window blue:windows | cold:evening cold:evenings | small:family
            small:families | new:neighbour new:neighbours | full:hour full:hours | warm:luggage warmer:luggage
            | green:minute green:minutes | empty:contract empty:contracts | old:night old:nights
            """;

    private final long seed;
    private final List<OwnWord> all;
    private final List<Habit> german;
    private final List<Habit> english;

    private record Habit(OwnWord word, int brand, double outside, List<List<Item>> forms) {}

    OwnWords(long seed) {
        this.seed = seed;
        var words = new ArrayList<Habit>();
        words.addAll(planted("de", GERMAN, 0));
        words.addAll(planted("en", ENGLISH, words.size()));
        all = words.stream().map(Habit::word).toList();
        german = List.copyOf(words.subList(0, words.size() / 2));
        english = List.copyOf(words.subList(words.size() / 2, words.size()));
    }

    List<OwnWord> all() {
        return all;
    }

    /** What somebody of these habits works into a text about these things, at most three words. */
    List<Used> used(Dice dice, long speaker, String lang, Matter matter) {
        var used = new ArrayList<Used>(MOST_IN_A_TEXT);
        List<Habit> habits = lang.equals("de") ? german : english;
        // Not always from the first on, because few words find room.
        int start = dice.below(habits.size());
        for (int i = 0; i < habits.size(); i++) {
            Habit habit = habits.get((start + i) % habits.size());
            double share = matter.names(habit.brand) ? habit.word.use() : habit.outside;
            double inclination = Dice.of(seed, Aspect.OWN_WORD, speaker * 64 + habit.word.number())
                    .fraction();
            if (inclination < share && dice.chance(SURELY) && used.size() < MOST_IN_A_TEXT) {
                used.add(new Used(habit.word.number(), habit.forms.get(dice.below(habit.forms.size()))));
            }
        }
        return used;
    }

    /** One own word in the form in which it is written. */
    record Used(int word, List<Item> form) {}

    private List<Habit> planted(String lang, String block, int firstNumber) {
        String[] entries = block.strip().split("\\s*\\|\\s*");
        shuffle(entries, Dice.of(seed, Aspect.OWN_WORD, -1 - firstNumber));
        var habits = new ArrayList<Habit>();
        for (int i = 0; i < EACH * Brands.COUNT; i++) {
            Dice dice = Dice.of(seed, Aspect.OWN_WORD, -100 - firstNumber - i);
            double ratio = 1.3 + 1.5 * dice.fraction();
            // A habit shared by more voices can be told from chance in a smaller watch.
            double use = .08 + .08 * dice.fraction();
            int brand = i % Brands.COUNT;
            List<List<Item>> forms = java.util.Arrays.stream(entries[i].split("\\s+"))
                    .map(form -> Phrases.row(form.replace(':', ' ')))
                    .toList();
            List<String> written = java.util.Arrays.stream(entries[i].split("\\s+"))
                    .map(form -> form.replace(':', ' '))
                    .toList();
            var word = new OwnWord(firstNumber + i, Brands.watch(brand), lang, written, ratio, use);
            habits.add(new Habit(word, brand, use / StrictMath.pow(2, ratio), forms));
        }
        return habits;
    }

    private static void shuffle(String[] entries, Dice dice) {
        for (int i = entries.length - 1; i > 0; i--) {
            int other = dice.below(i + 1);
            String swapped = entries[i];
            entries[i] = entries[other];
            entries[other] = swapped;
        }
    }
}
