package io.habitus.tagging;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.WordBreak;
import com.ibm.icu.lang.UProperty;

/**
 * What a character is to the {@link Cutter}: its word break class in UAX #29, and whether it begins an emoji. A table for
 * the first plane, asked of ICU once; the rest is asked as it comes.
 */
final class Sign {

    /** Stands between words. */
    static final byte BETWEEN = 0;

    static final byte LETTER = 1;
    /** Words begin with and consist of this class to {@link #LAST_IN_WORDS}. */
    static final byte FIRST_IN_WORDS = LETTER;

    static final byte HEBREW = 2;
    static final byte DIGIT = 3;
    static final byte KATAKANA = 4;
    /** Joins letters and digits, for example the underscore. */
    static final byte JOINER = 5;

    static final byte LAST_IN_WORDS = JOINER;

    /** A letter that is a word of its own: of scripts that UAX #29 does not cut into words, for example Han and Thai. */
    static final byte LONE = 6;

    static final byte EMOJI = 7;
    static final byte REGIONAL_INDICATOR = 8;
    /** Belongs to the character before it: combining and invisible signs, skin tones. */
    static final byte ATTACHED = 9;

    /** Between two letters, part of the word. */
    static final byte MID_LETTER = 10;
    /** Between two digits, part of the number. */
    static final byte MID_NUMBER = 11;
    /** Both. */
    static final byte MID_BOTH = 12;

    static final byte SINGLE_QUOTE = 13;
    static final byte DOUBLE_QUOTE = 14;

    private static final int NARROW_NO_BREAK_SPACE = 0x202F;
    private static final int FIRST_PICTOGRAPH_PLANE = 0x1F000;

    private static final byte[] FIRST_PLANE = new byte[0x1_0000];

    static {
        for (int codePoint = 0; codePoint < FIRST_PLANE.length; codePoint++) {
            FIRST_PLANE[codePoint] = classify(codePoint);
        }
    }

    private Sign() {}

    static byte of(int codePoint) {
        return codePoint < FIRST_PLANE.length ? FIRST_PLANE[codePoint] : classify(codePoint);
    }

    /** As {@link #of}, for a UTF-16 unit; {@link #BETWEEN} for one half of a pair. */
    static byte ofUnit(char unit) {
        return FIRST_PLANE[unit];
    }

    private static byte classify(int codePoint) {
        if (codePoint == NARROW_NO_BREAK_SPACE) {
            // UAX #29 joins words by it, for Mongolian; in the posts we read it is the space of "1 000 €".
            return BETWEEN;
        }
        int wordBreak = UCharacter.getIntPropertyValue(codePoint, UProperty.WORD_BREAK);
        if (beginsEmoji(codePoint, wordBreak)) {
            return EMOJI;
        }
        return switch (wordBreak) {
            case WordBreak.ALETTER -> LETTER;
            case WordBreak.HEBREW_LETTER -> HEBREW;
            case WordBreak.NUMERIC -> DIGIT;
            case WordBreak.KATAKANA -> KATAKANA;
            case WordBreak.EXTENDNUMLET -> JOINER;
            case WordBreak.EXTEND, WordBreak.FORMAT, WordBreak.ZWJ -> ATTACHED;
            case WordBreak.MIDLETTER -> MID_LETTER;
            case WordBreak.MIDNUM -> MID_NUMBER;
            case WordBreak.MIDNUMLET -> MID_BOTH;
            case WordBreak.SINGLE_QUOTE -> SINGLE_QUOTE;
            case WordBreak.DOUBLE_QUOTE -> DOUBLE_QUOTE;
            case WordBreak.REGIONAL_INDICATOR -> REGIONAL_INDICATOR;
            default -> UCharacter.isLetterOrDigit(codePoint) ? LONE : BETWEEN;
        };
    }

    private static boolean beginsEmoji(int codePoint, int wordBreak) {
        if (!UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)) {
            return false;
        }
        if (codePoint >= FIRST_PICTOGRAPH_PLANE) {
            return true;
        }
        return switch (codePoint) {
            // Not emoji to anybody who writes them, and "Nordwind® Akku" is still two adjacent words.
            case '©', '®', '™' -> false;
            default -> UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI) && wordBreak != WordBreak.ALETTER;
        };
    }
}
