package io.habitus.simulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Watches for simulated posts. What each hears is known by construction: the simulation knows the tokens it wrote, so
 * nothing has to be cut or parsed to know the truth. All brands are invented.
 */
public final class SimulatedWatches {

    /**
     * A watch to save.
     *
     * @param name for people, and known to {@link SimulatedPost#heardBy}
     * @param query in the query language
     */
    public record SimulatedWatch(String name, String query) {}

    private record Known(SimulatedWatch watch, Predicate<Utterance> hears) {}

    private static final List<Known> ALL = List.of(
            known("Nordwind", "nordwind", it -> it.says("nordwind")),
            known("Südwind", "südwind", it -> it.says("suedwind")),
            known("Kranich Air", "\"kranich air\"", it -> it.saysInARow("kranich", "air")),
            known(
                    "Blitzbank",
                    "blitzbank OR @blitzbank_hilft",
                    it -> it.says("blitzbank") || it.isMarked("@blitzbank_hilft")),
            known("Tramlinien", "tramlin*", it -> it.saysWordBeginning("tramlin")),
            known(
                    "Nordwind Akku",
                    "nordwind AND (akku OR batterie)",
                    it -> it.says("nordwind") && it.saysAny("akku", "batterie")),
            known(
                    "Nordwind ohne Werbung",
                    "nordwind -gewinnspiel -#anzeige",
                    it -> it.says("nordwind") && !it.says("gewinnspiel") && !it.isMarked("#anzeige")),
            known("Ärger mit Südwind", "südwind 😡", it -> it.says("suedwind") && it.says("😡")),
            known("Nordwindmoment", "#nordwindmoment", it -> it.isMarked("#nordwindmoment")),
            known("An die Nordwind-Hilfe", "@nordwind_hilfe", it -> it.isMarked("@nordwind_hilfe")),
            known(
                    "Nordwind abroad",
                    "nordwind AND lang:en",
                    it -> it.says("nordwind") && it.lang().equals("en")),
            known(
                    "Antworten zu Südwind",
                    "südwind AND type:(comment OR reply)",
                    it -> it.says("suedwind")
                            && (it.type().equals("comment") || it.type().equals("reply"))));

    /** Twelve watches, from a single word to a bracketed group. */
    public static List<SimulatedWatch> all() {
        return ALL.stream().map(Known::watch).toList();
    }

    /** The first five: one for each brand, and each hears some posts of every larger simulation. */
    public static List<SimulatedWatch> brands() {
        return all().subList(0, 5);
    }

    static Set<String> hearing(Utterance utterance) {
        var names = new LinkedHashSet<String>();
        for (Known known : ALL) {
            if (known.hears.test(utterance)) {
                names.add(known.watch.name);
            }
        }
        return names;
    }

    private static Known known(String name, String query, Predicate<Utterance> hears) {
        return new Known(new SimulatedWatch(name, query), hears);
    }

    private SimulatedWatches() {}
}
