package io.habitus.ingest.lines;

/**
 * Makes stated text safe to keep: no control characters but line break and tab, no half surrogate pairs, nothing that
 * turns the direction of what stands around it. HTML stays as it is; it is shown as text.
 */
final class CleanText {

    /** The text with line breaks as {@code \n}; the same object if nothing had to be done. */
    static String of(String stated) {
        int i = 0;
        while (i < stated.length()) {
            int ordinary = isOrdinary(stated.charAt(i)) ? 1 : isPairAt(stated, i) ? 2 : 0;
            if (ordinary == 0) {
                return clean(stated, i);
            }
            i += ordinary;
        }
        return stated;
    }

    /** As {@link #of}, on one line: line breaks and tabs become blanks, blanks at both ends go. */
    static String lineOf(String stated) {
        return of(stated).replace('\n', ' ').replace('\t', ' ').strip();
    }

    /** Whether {@link #of} would change it, or it holds a line break or tab: nothing an id may be made of. */
    static boolean isUnfitForId(String stated) {
        for (int i = 0; i < stated.length(); i++) {
            char c = stated.charAt(i);
            if (isOrdinary(c) && c != '\n' && c != '\t') {
                continue;
            }
            if (isPairAt(stated, i)) {
                i++;
                continue;
            }
            return true;
        }
        return false;
    }

    private static String clean(String stated, int from) {
        var clean = new StringBuilder(stated.length()).append(stated, 0, from);
        for (int i = from; i < stated.length(); i++) {
            char c = stated.charAt(i);
            if (isOrdinary(c)) {
                clean.append(c);
            } else if (isPairAt(stated, i)) {
                clean.append(c).append(stated.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                clean.append('\uFFFD');
            } else if (c == '\r' || c == '\u0085') {
                boolean half = c == '\r' && i + 1 < stated.length() && stated.charAt(i + 1) == '\n';
                clean.append(half ? "" : "\n");
            }
        }
        return clean.toString();
    }

    private static boolean isOrdinary(char c) {
        if (c < 0x20) {
            return c == '\n' || c == '\t';
        }
        if (c < 0x7F) {
            return true;
        }
        return c > 0x9F && !Character.isSurrogate(c) && !turnsDirection(c);
    }

    private static boolean turnsDirection(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }

    private static boolean isPairAt(String stated, int i) {
        return i + 1 < stated.length() && Character.isSurrogatePair(stated.charAt(i), stated.charAt(i + 1));
    }

    private CleanText() {}
}
