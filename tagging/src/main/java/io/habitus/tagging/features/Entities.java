package io.habitus.tagging.features;

/** The few HTML entities that sources leave in their texts. */
final class Entities {

    private static final String[] NAMES = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&apos;", "&nbsp;"};
    private static final char[] SIGNS = {'&', '<', '>', '"', '\'', '\'', ' '};

    private Entities() {}

    static String unescaped(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int entity = text.charAt(i) == '&' ? entityAt(text, i) : -1;
            if (entity < 0) {
                out.append(text.charAt(i++));
            } else {
                out.append(SIGNS[entity]);
                i += NAMES[entity].length();
            }
        }
        return out.toString();
    }

    private static int entityAt(String text, int start) {
        for (int i = 0; i < NAMES.length; i++) {
            if (text.startsWith(NAMES[i], start)) {
                return i;
            }
        }
        return -1;
    }
}
