package io.habitus.tagging;

/**
 * A web address inside of a text: {@code http://…} or {@code https://…}. Offsets are UTF-16 units. Without the scheme
 * nothing tells an address from a sentence whose blank is missing: its host is a word anyway.
 *
 * @param end behind its last unit; punctuation that ends the sentence is not part of it
 */
record WebAddress(int hostStart, int hostEnd, int end) {

    /** The address that begins at {@code start}, or null if none does. */
    static WebAddress at(String text, int start) {
        int authority = behindScheme(text, start);
        if (authority < 0) {
            return null;
        }
        int end = start;
        int authorityEnd = -1;
        int userEnd = -1;
        for (int i = authority; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!mayStandInAddress(codePoint)) {
                break;
            }
            boolean endsAuthority = codePoint == '/' || codePoint == '?' || codePoint == '#';
            if (authorityEnd < 0 && endsAuthority) {
                authorityEnd = i;
                if (withHost(text, Math.max(authority, userEnd), i, i) == null) {
                    // Not one more step, or a text of nothing but such beginnings would be read anew from each.
                    return null;
                }
            }
            if (authorityEnd < 0 && codePoint == '@') {
                userEnd = i + 1;
            }
            i += Character.charCount(codePoint);
            if (mayEndAddress(codePoint)) {
                end = i;
            }
        }
        return withHost(text, Math.max(authority, userEnd), authorityEnd < 0 ? end : Math.min(authorityEnd, end), end);
    }

    /** Whether an address begins at {@code start}. */
    static boolean beginsAt(String text, int start) {
        return behindScheme(text, start) >= 0 && at(text, start) != null;
    }

    private static WebAddress withHost(String text, int from, int to, int end) {
        int hostEnd = from;
        int lastSolid = -1;
        int firstSolid = -1;
        while (hostEnd < to) {
            int codePoint = text.codePointAt(hostEnd);
            boolean solid = isLetterDigitOrMark(codePoint);
            if (!solid && codePoint != '.' && codePoint != '-' && codePoint != '_') {
                break;
            }
            if (solid && firstSolid < 0) {
                firstSolid = hostEnd;
            }
            hostEnd += Character.charCount(codePoint);
            if (solid) {
                lastSolid = hostEnd;
            }
        }
        return firstSolid < 0 ? null : new WebAddress(firstSolid, lastSolid, end);
    }

    private static int behindScheme(String text, int start) {
        if (reads(text, start, "http://")) {
            return start + 7;
        }
        return reads(text, start, "https://") ? start + 8 : -1;
    }

    private static boolean reads(String text, int start, String lowerCase) {
        if (text.length() - start <= lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            char c = text.charAt(start + i);
            if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayStandInAddress(int codePoint) {
        if (codePoint >= 0x80) {
            return isLetterDigitOrMark(codePoint);
        }
        return codePoint > ' ' && codePoint < 0x7F && "<>\"{}|\\^`".indexOf(codePoint) < 0;
    }

    private static boolean mayEndAddress(int codePoint) {
        return codePoint >= 0x80 || Character.isLetterOrDigit(codePoint) || "/=&#-_~%+$@*".indexOf(codePoint) >= 0;
    }

    private static boolean isLetterDigitOrMark(int codePoint) {
        if (Character.isLetterOrDigit(codePoint)) {
            return true;
        }
        return codePoint >= 0x80
                && switch (Character.getType(codePoint)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }
}
