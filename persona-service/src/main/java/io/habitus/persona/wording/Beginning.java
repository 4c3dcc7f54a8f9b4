package io.habitus.persona.wording;

/** The beginning of a text: whoever writes on for pages is compared, and quoted, by the first one or two. */
final class Beginning {

    /** In UTF-16 units, as far as it is looked at when it is judged how a text speaks. */
    static final int LONGEST = 4_000;

    private Beginning() {}

    /** The text, or what stands before the last blank that it may reach to. */
    static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST;
        while (end > 0 && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        // One word of pages is none.
        return text.substring(0, end);
    }
}
