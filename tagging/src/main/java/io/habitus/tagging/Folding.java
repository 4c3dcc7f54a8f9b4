package io.habitus.tagging;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** One written form for words that people take for the same: NFC, lower case, umlauts and ß written out. */
final class Folding {

    /** Longer than any token: bounds the work on a word of a million combining marks. */
    private static final int MOST_READ = 4 * Tokens.LONGEST;

    private static final char SOFT_HYPHEN = 0xAD;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;

    /** In Latin-1. */
    private final byte[] folded = new byte[Tokens.LONGEST + 2];

    /** The word between these offsets; empty if nothing of it is visible. */
    String word(String text, int start, int end) {
        int length = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x100) {
                return anyWord(text, start, end);
            }
            if (length >= Tokens.LONGEST) {
                continue;
            }
            if (c < 0x80) {
                folded[length++] = (byte) (c >= 'A' && c <= 'Z' ? c | 0x20 : c);
                continue;
            }
            switch (c) {
                case 'ä', 'Ä' -> length = write(length, 'a', 'e');
                case 'ö', 'Ö' -> length = write(length, 'o', 'e');
                case 'ü', 'Ü' -> length = write(length, 'u', 'e');
                case 'ß' -> length = write(length, 's', 's');
                case SOFT_HYPHEN -> {}
                default -> folded[length++] = (byte) Character.toLowerCase(c);
            }
        }
        return new String(folded, 0, Math.min(length, Tokens.LONGEST), StandardCharsets.ISO_8859_1);
    }

    private int write(int at, char first, char second) {
        folded[at] = (byte) first;
        folded[at + 1] = (byte) second;
        return at + 2;
    }

    private static String anyWord(String text, int start, int end) {
        var visible = new StringBuilder();
        for (int i = start; i < end && visible.length() < MOST_READ; ) {
            int codePoint = text.codePointAt(i);
            if (!isInvisible(codePoint) && !isSkinTone(codePoint)) {
                visible.appendCodePoint(codePoint);
            }
            i += Character.charCount(codePoint);
        }
        var lower = Normalizer.normalize(visible, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        var written = new StringBuilder(lower.length() + 8);
        for (int i = 0; i < lower.length(); i++) {
            switch (lower.charAt(i)) {
                case 'ä' -> written.append("ae");
                case 'ö' -> written.append("oe");
                case 'ü' -> written.append("ue");
                case 'ß' -> written.append("ss");
                default -> written.append(lower.charAt(i));
            }
        }
        // Once more: an accent that stood on the ä now stands on the e.
        return cut(Normalizer.normalize(written, Normalizer.Form.NFC));
    }

    /**
     * The emoji between these offsets, without variation selectors and skin tones: 👍🏽 is 👍, ❤️ is ❤. What makes it
     * another picture stays: joined pictures, the tags of a flag, a combining mark.
     */
    static String emoji(String text, int start, int end) {
        int first = text.codePointAt(start);
        int afterFirst = start + Character.charCount(first);
        if (afterFirst == end) {
            return text.substring(start, end);
        }
        var kept = new StringBuilder().appendCodePoint(first);
        boolean joined = false;
        for (int i = afterFirst; i < end && kept.length() < MOST_READ; ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint == ZERO_WIDTH_JOINER) {
                joined = true;
                continue;
            }
            byte sign = Sign.of(codePoint);
            if (joined && sign == Sign.EMOJI) {
                kept.appendCodePoint(ZERO_WIDTH_JOINER).appendCodePoint(codePoint);
            } else if (sign != Sign.ATTACHED || (first == BLACK_FLAG && isTag(codePoint))) {
                kept.appendCodePoint(codePoint);
            } else if (!isInvisible(codePoint) && !isSkinTone(codePoint)) {
                kept.appendCodePoint(codePoint);
            }
            joined = false;
        }
        return cut(Normalizer.normalize(kept, Normalizer.Form.NFC));
    }

    private static String cut(String folded) {
        if (folded.length() <= Tokens.LONGEST) {
            return folded;
        }
        int end = Character.isHighSurrogate(folded.charAt(Tokens.LONGEST - 1)) ? Tokens.LONGEST - 1 : Tokens.LONGEST;
        return folded.substring(0, end);
    }

    static boolean isInvisible(int codePoint) {
        return codePoint >= 0x80 && UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    }

    private static boolean isSkinTone(int codePoint) {
        return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    }

    private static boolean isTag(int codePoint) {
        return codePoint >= 0xE0020 && codePoint <= 0xE007F;
    }
}
