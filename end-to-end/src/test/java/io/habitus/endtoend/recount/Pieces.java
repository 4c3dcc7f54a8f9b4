package io.habitus.endtoend.recount;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text: UAX #29 words, web addresses and emoji; everything normalised. */
final class Pieces {

    private static final Pattern ADDRESS =
            Pattern.compile("https?://([^\\s/?#:]*[\\p{L}\\p{N}])\\S*", Pattern.CASE_INSENSITIVE);

    private enum Kind {
        LETTER,
        DIGIT,
        CONNECTOR,
        /** Joins letters only. */
        MID_LETTER,
        /** Joins digits only. */
        MID_NUMBER,
        /** Joins letters, or digits. */
        MID_BOTH,
        /** Belongs to what stands before it. */
        EXTENDING,
        IDEOGRAPH,
        EMOJI,
        OTHER
    }

    static List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        Matcher address = ADDRESS.matcher(text);
        int from = 0;
        while (address.find()) {
            cut(text.substring(from, address.start()), pieces);
            pieces.add(new Piece(normal(address.group(1)), null));
            from = address.end();
        }
        cut(text.substring(from), pieces);
        return pieces;
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
    }

    private static void cut(String text, List<Piece> pieces) {
        int[] points = text.codePoints().toArray();
        int at = 0;
        while (at < points.length) {
            Kind kind = kind(points[at]);
            int end =
                    switch (kind) {
                        case LETTER, DIGIT, CONNECTOR -> endOfWord(points, at);
                        case EMOJI -> endOfEmoji(points, at);
                        default -> at + 1;
                    };
            if (kind == Kind.EMOJI || kind == Kind.IDEOGRAPH) {
                pieces.add(new Piece(bare(points, at, end), null));
            } else if (holdsLetterOrDigit(points, at, end)) {
                String word = normal(visible(points, at, end));
                pieces.add(new Piece(word, isMarked(points, at) ? Character.toString(points[at - 1]) + word : null));
            }
            at = end;
        }
    }

    private static int endOfWord(int[] points, int start) {
        Kind last = kind(points[start]);
        int at = start + 1;
        while (at < points.length) {
            Kind here = kind(points[at]);
            if (here == Kind.LETTER || here == Kind.DIGIT || here == Kind.CONNECTOR) {
                last = here;
                at++;
                continue;
            }
            if (here == Kind.EXTENDING) {
                at++;
                continue;
            }
            int next = afterExtending(points, at + 1);
            Kind following = next < points.length ? kind(points[next]) : Kind.OTHER;
            boolean letters = last == Kind.LETTER && following == Kind.LETTER;
            boolean digits = last == Kind.DIGIT && following == Kind.DIGIT;
            boolean joins = (letters && (here == Kind.MID_LETTER || here == Kind.MID_BOTH))
                    || (digits && (here == Kind.MID_NUMBER || here == Kind.MID_BOTH));
            if (!joins) {
                break;
            }
            last = following;
            at = next + 1;
        }
        return at;
    }

    private static int afterExtending(int[] points, int from) {
        int at = from;
        while (at < points.length && kind(points[at]) == Kind.EXTENDING) {
            at++;
        }
        return at;
    }

    private static int endOfEmoji(int[] points, int start) {
        int at = start + 1;
        if (isFlagLetter(points[start]) && at < points.length && isFlagLetter(points[at])) {
            return at + 1;
        }
        while (at < points.length) {
            boolean joined = points[at - 1] == 0x200D && kind(points[at]) == Kind.EMOJI;
            if (!joined && kind(points[at]) != Kind.EXTENDING && !Character.isEmojiModifier(points[at])) {
                break;
            }
            at++;
        }
        return at;
    }

    /** A tag or handle begins a word; in the middle of one, as in a mail address, it is none. */
    private static boolean isMarked(int[] points, int at) {
        if (at == 0 || (points[at - 1] != '#' && points[at - 1] != '@')) {
            return false;
        }
        return at == 1 || !Character.isLetterOrDigit(points[at - 2]);
    }

    /** Without what nobody sees, such as soft hyphens. */
    private static String visible(int[] points, int start, int end) {
        var visible = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (Character.getType(points[i]) != Character.FORMAT) {
                visible.appendCodePoint(points[i]);
            }
        }
        return visible.toString();
    }

    /** Without variation selectors and skin tones. */
    private static String bare(int[] points, int start, int end) {
        var bare = new StringBuilder();
        for (int i = start; i < end; i++) {
            boolean selector = points[i] >= 0xFE00 && points[i] <= 0xFE0F;
            if (!selector && !Character.isEmojiModifier(points[i])) {
                bare.appendCodePoint(points[i]);
            }
        }
        return bare.toString();
    }

    private static boolean holdsLetterOrDigit(int[] points, int start, int end) {
        for (int i = start; i < end; i++) {
            if (kind(points[i]) == Kind.LETTER || kind(points[i]) == Kind.DIGIT) {
                return true;
            }
        }
        return false;
    }

    private static Kind kind(int point) {
        if (Character.isIdeographic(point)) {
            return Kind.IDEOGRAPH;
        }
        if (isFlagLetter(point) || (point > 0x7F && Character.isEmoji(point))) {
            return Kind.EMOJI;
        }
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT -> point == 0x200B ? Kind.OTHER : Kind.EXTENDING;
            case Character.DECIMAL_DIGIT_NUMBER -> Kind.DIGIT;
            case Character.CONNECTOR_PUNCTUATION -> Kind.CONNECTOR;
            default -> Character.isAlphabetic(point) ? Kind.LETTER : punctuation(point);
        };
    }

    private static Kind punctuation(int point) {
        return switch (point) {
            case ':', 0xB7, 0x387, 0x55F, 0x5F4, 0x2027, 0xFE13, 0xFE55, 0xFF1A -> Kind.MID_LETTER;
            case ',', ';', 0x37E, 0x589, 0x60C, 0x60D, 0x66C, 0x7F8, 0x2044, 0xFE10, 0xFE14, 0xFF0C, 0xFF1B ->
                Kind.MID_NUMBER;
            case '.', '\'', 0x2018, 0x2019, 0x2024, 0xFE52, 0xFF07, 0xFF0E -> Kind.MID_BOTH;
            default -> Kind.OTHER;
        };
    }

    private static boolean isFlagLetter(int point) {
        return point >= 0x1F1E6 && point <= 0x1F1FF;
    }

    private Pieces() {}
}
