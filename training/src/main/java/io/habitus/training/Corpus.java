package io.habitus.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Labelled texts, each once. What differs in links, handles, digits and signs only is the same text, in whichever set it
 * stands: otherwise a text would be measured with that was trained with. Those whose copies disagree are left out.
 */
final class Corpus {

    private static final Pattern UNSAID = Pattern.compile("https?\\S*|@\\w+|^RT\\b|&\\w+;");
    private static final Pattern NO_LETTER = Pattern.compile("\\P{L}+");
    /** Shorter texts coincide by chance. */
    private static final int SHORT = 8;
    /** Two texts that begin alike for so long are copies of which one was cut off. */
    private static final int BEGINNING = 60;

    private Corpus() {}

    /** The same texts without copies, in their order. */
    static List<Labelled> distinct(List<Labelled> texts) {
        var labels = new HashMap<String, Integer>();
        for (var text : texts) {
            labels.merge(key(text.text()), text.label(), (one, another) -> one.equals(another) ? one : (Integer) (-1));
        }
        var seen = new HashSet<String>();
        var kept = new ArrayList<Labelled>();
        for (var text : texts) {
            var key = key(text.text());
            if (labels.get(key) >= 0 && seen.add(key)) {
                kept.add(text);
            }
        }
        return kept;
    }

    /** Those of {@code texts} that are no copies of one of {@code others}. */
    static List<Labelled> without(List<Labelled> others, List<Labelled> texts) {
        var known = new HashSet<String>();
        others.forEach(other -> known.add(key(other.text())));
        return texts.stream().filter(text -> !known.contains(key(text.text()))).toList();
    }

    /** By set, in the order of their first texts. */
    static Map<String, List<Labelled>> bySet(List<Labelled> texts) {
        var sets = new java.util.LinkedHashMap<String, List<Labelled>>();
        texts.forEach(
                text -> sets.computeIfAbsent(text.set(), _ -> new ArrayList<>()).add(text));
        return sets;
    }

    /** What two copies of a text have in common; the text itself where little is left. */
    static String key(String text) {
        var letters = NO_LETTER
                .matcher(UNSAID.matcher(text).replaceAll(" "))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        if (letters.length() < SHORT) {
            return text;
        }
        return letters.substring(0, Math.min(BEGINNING, letters.length()));
    }

    /** Which sets there are. */
    static Set<String> sets(List<Labelled> texts) {
        return bySet(texts).keySet();
    }
}
