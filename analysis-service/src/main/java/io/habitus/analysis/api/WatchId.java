package io.habitus.analysis.api;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a watch is called in addresses and events. */
final class WatchId {

    private static final int LONGEST = 64;
    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]{0," + (LONGEST - 1) + "}");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern AT_THE_EDGE = Pattern.compile("^-+|-+$");

    private WatchId() {}

    static boolean isOne(String id) {
        return VALID.matcher(id).matches();
    }

    /** Made from a name: "Späte Züge!" becomes {@code spaete-zuege}. */
    static String from(String name) {
        var lower = name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        var plain =
                ACCENT.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        var words = trimmed(BETWEEN_WORDS.matcher(plain).replaceAll("-"));
        var cut = trimmed(words.substring(0, Math.min(LONGEST, words.length())));
        return cut.isEmpty() ? "watch" : cut;
    }

    private static String trimmed(String id) {
        return AT_THE_EDGE.matcher(id).replaceAll("");
    }
}
