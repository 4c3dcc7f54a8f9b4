package io.habitus.tagging.features;

/** Faces made of punctuation: where they end, and which face they make. */
final class Emoticons {

    private static final String EYES = ":;=";
    private static final String NOSES = "-o^'*~";
    private static final String MOUTHS = ")(][dDpP/\\|3*sScC@}{$";
    private static final String[] WHOLE = {
        "<3", "</3", "^_^", "^.^", "^^", "-_-", "-.-", "o_o", "o.o", "(:", "(-:", "(;", "):"
    };

    private Emoticons() {}

    /** Behind the emoticon that begins at {@code start}; -1 if none does. */
    static int endAt(String text, int start) {
        char first = text.charAt(start);
        if (EYES.indexOf(first) >= 0) {
            return face(text, start);
        }
        if (first == 'x' || first == 'X') {
            return laughing(text, start);
        }
        if ("<^-oO()".indexOf(first) < 0) {
            return -1;
        }
        for (var whole : WHOLE) {
            int end = start + whole.length();
            if (text.regionMatches(true, start, whole, 0, whole.length()) && isApart(text, start, end)) {
                return end;
            }
        }
        return -1;
    }

    private static int face(String text, int start) {
        int mouth = start + 1;
        if (mouth + 1 < text.length() && NOSES.indexOf(text.charAt(mouth)) >= 0 && isMouth(text, mouth + 1)) {
            mouth++;
        }
        if (!isMouth(text, mouth)) {
            return -1;
        }
        int end = mouth + 1;
        char last = text.charAt(mouth);
        if (last == ')' || last == '(') {
            while (end < text.length() && text.charAt(end) == last) {
                end++;
            }
        }
        boolean letter = Character.isLetterOrDigit(last);
        boolean goesOn = end < text.length() && Character.isLetterOrDigit(text.charAt(end));
        boolean address = last == '/' && end < text.length() && text.charAt(end) == '/';
        return (letter && (goesOn || follows(text, start))) || address ? -1 : end;
    }

    private static boolean isMouth(String text, int at) {
        return at < text.length() && MOUTHS.indexOf(text.charAt(at)) >= 0;
    }

    /** xD, XDD, xd. */
    private static int laughing(String text, int start) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) == 'D') {
            end++;
        }
        if (end == start + 1 && text.charAt(start) == 'x' && end < text.length() && text.charAt(end) == 'd') {
            end++;
        }
        return end > start + 1 && isApart(text, start, end) ? end : -1;
    }

    private static boolean isApart(String text, int start, int end) {
        return !follows(text, start) && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static boolean follows(String text, int start) {
        return start > 0 && Character.isLetterOrDigit(text.charAt(start - 1));
    }

    /** What face these characters make, whatever its nose and its eyes. */
    static Face face(char[] letters, int start, int end) {
        char first = letters[start];
        char last = letters[end - 1];
        if (first == '<') {
            return letters[start + 1] == '3' ? Face.HEART : Face.CONCERNED;
        }
        if (first == '-' || first == 'o') {
            return Face.SKEPTICAL;
        }
        if (first == '^' || first == 'x') {
            return Face.SMILING;
        }
        if (first == '(') {
            return Face.SMILING;
        }
        if (first == ')') {
            return Face.CONCERNED;
        }
        return switch (last) {
            case ')', ']', 'd', '}', '3' -> Face.SMILING;
            case '*' -> Face.AFFECTION;
            case 'p' -> Face.TONGUE;
            case '(', '[', 'c', '{' -> Face.CONCERNED;
            case '@' -> Face.ANGRY;
            default -> Face.SKEPTICAL;
        };
    }
}
