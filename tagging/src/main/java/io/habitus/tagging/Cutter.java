package io.habitus.tagging;

import java.util.List;

/**
 * Cuts one value of a post into tokens, in one pass. Words as UAX #29 has them; a dictionary (for Thai, Chinese, ...) is
 * not asked, because its cuts depend on the neighbours and a word of a query has none.
 */
final class Cutter {

    private static final int KEYCAP = 0x20E3;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private final String text;
    private final Token.Part part;
    private final List<Token> into;
    private final Folding folding;

    private int position;
    private int at;
    /** Where the last web address ended: a # or @ in it marks nothing. */
    private int addressEnd;

    Cutter(String text, Token.Part part, int firstPosition, List<Token> into, Folding folding) {
        this.text = text;
        this.part = part;
        this.position = firstPosition;
        this.into = into;
        this.folding = folding;
    }

    void cut() {
        while (at < text.length()) {
            int start = at;
            char unit = text.charAt(at);
            int codePoint = Character.isSurrogate(unit) ? text.codePointAt(at) : unit;
            byte sign = Sign.of(codePoint);
            at += Character.charCount(codePoint);
            switch (sign) {
                case Sign.LETTER, Sign.HEBREW, Sign.DIGIT, Sign.KATAKANA, Sign.JOINER -> {
                    if (!address(start, codePoint)) {
                        word(start, sign);
                    }
                }
                case Sign.LONE -> {
                    skipAttached();
                    addWord(start, at);
                }
                case Sign.EMOJI -> emoji(start);
                case Sign.REGIONAL_INDICATOR -> flag(start);
                default -> {
                    if (codePoint == '#' || codePoint == '*') {
                        keycap(start);
                    }
                }
            }
        }
    }

    /** The rules WB5 to WB13b; {@code at} stands behind the first character. */
    private void word(int start, byte first) {
        byte last = first;
        int lastStart = start;
        int endBeforeLast = start;
        boolean visibleBeforeLast = false;
        while (true) {
            if (last == Sign.LETTER) {
                lastStart = skipLetters(lastStart);
            }
            skipAttached();
            if (last == Sign.DIGIT && isKeycap(lastStart)) {
                if (visibleBeforeLast) {
                    addWord(start, endBeforeLast);
                }
                add(Folding.emoji(text, lastStart, at), null, lastStart, at);
                return;
            }
            int end = at;
            boolean visible = visibleBeforeLast || last != Sign.JOINER;
            int next = goesOn(last);
            if (next < 0) {
                at = endWithQuote(last);
                if (visible) {
                    addWord(start, at);
                }
                return;
            }
            last = signAt(next);
            lastStart = next;
            endBeforeLast = end;
            visibleBeforeLast = visible;
            at = next + Character.charCount(text.codePointAt(next));
        }
    }

    private static boolean joins(byte last, byte next) {
        return switch (last) {
            case Sign.KATAKANA -> next == Sign.KATAKANA || next == Sign.JOINER;
            case Sign.JOINER -> true;
            default -> next != Sign.KATAKANA;
        };
    }

    /**
     * Where the next letter or digit of this word stands: right here, or (WB6, WB7, WB11, WB12 and the Hebrew quotes)
     * behind a sign that may stand inside of a word. -1 if the word ends here.
     */
    private int goesOn(byte last) {
        byte next = signAt(at);
        if (next >= Sign.FIRST_IN_WORDS && next <= Sign.LAST_IN_WORDS) {
            return joins(last, next) ? at : -1;
        }
        boolean betweenLetters =
                switch (next) {
                    case Sign.MID_LETTER, Sign.MID_BOTH, Sign.SINGLE_QUOTE ->
                        last == Sign.LETTER || last == Sign.HEBREW;
                    case Sign.DOUBLE_QUOTE -> last == Sign.HEBREW;
                    default -> false;
                };
        boolean betweenDigits =
                switch (next) {
                    case Sign.MID_NUMBER, Sign.MID_BOTH, Sign.SINGLE_QUOTE -> last == Sign.DIGIT;
                    default -> false;
                };
        if (!betweenLetters && !betweenDigits) {
            return -1;
        }
        int behind = behindAttached(at + 1);
        byte after = signAt(behind);
        boolean joined = betweenDigits
                ? after == Sign.DIGIT
                : after == Sign.HEBREW || (after == Sign.LETTER && next != Sign.DOUBLE_QUOTE);
        // A sentence whose blank is missing before the address that follows it.
        return joined && !WebAddress.beginsAt(text, behind) ? behind : -1;
    }

    /** WB7a: the quote that shortens a Hebrew word belongs to it. */
    private int endWithQuote(byte last) {
        return last == Sign.HEBREW && signAt(at) == Sign.SINGLE_QUOTE ? behindAttached(at + 1) : at;
    }

    private byte signAt(int offset) {
        return offset < text.length() ? Sign.of(text.codePointAt(offset)) : Sign.BETWEEN;
    }

    /** A picture, and every picture joined to it. */
    private void emoji(int start) {
        while (true) {
            skipAttached();
            boolean joined = text.charAt(at - 1) == ZERO_WIDTH_JOINER
                    && at < text.length()
                    && Sign.of(text.codePointAt(at)) == Sign.EMOJI;
            if (!joined) {
                break;
            }
            at += Character.charCount(text.codePointAt(at));
        }
        add(Folding.emoji(text, start, at), null, start, at);
    }

    private void flag(int start) {
        skipAttached();
        if (at < text.length() && Sign.of(text.codePointAt(at)) == Sign.REGIONAL_INDICATOR) {
            at += 2;
            skipAttached();
        }
        add(Folding.emoji(text, start, at), null, start, at);
    }

    /** The emoji #️⃣ and *️⃣. */
    private void keycap(int start) {
        if (isKeycap(start)) {
            skipAttached();
            add(Folding.emoji(text, start, at), null, start, at);
        }
    }

    private boolean isKeycap(int base) {
        if (text.charAt(base) >= 0x80) {
            return false;
        }
        for (int i = base + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == KEYCAP) {
                return true;
            }
            if (c < 0x80 || !Folding.isInvisible(c)) {
                return false;
            }
        }
        return false;
    }

    /** Most of most words; returns where the last of these letters begins. */
    private int skipLetters(int lastStart) {
        int before = at;
        while (at < text.length() && Sign.ofUnit(text.charAt(at)) == Sign.LETTER) {
            at++;
        }
        return at == before ? lastStart : at - 1;
    }

    private void skipAttached() {
        at = behindAttached(at);
    }

    private int behindAttached(int offset) {
        while (offset < text.length()) {
            char unit = text.charAt(offset);
            int codePoint = Character.isSurrogate(unit) ? text.codePointAt(offset) : unit;
            if (Sign.of(codePoint) != Sign.ATTACHED) {
                break;
            }
            offset += Character.charCount(codePoint);
        }
        return offset;
    }

    /** A web address that begins here becomes one token, its host; {@code at} moves behind it. */
    private boolean address(int start, int first) {
        if (first != 'h' && first != 'H') {
            return false;
        }
        var address = WebAddress.at(text, start);
        if (address == null) {
            return false;
        }
        at = address.end();
        addressEnd = at;
        add(folding.word(text, address.hostStart(), address.hostEnd()), null, start, at);
        return true;
    }

    private void addWord(int start, int end) {
        char mark = markBefore(start);
        var folded = folding.word(text, start, end);
        if (mark == 0) {
            add(folded, null, start, end);
            return;
        }
        add(folded, mark + folded, start - 1, end);
    }

    /** The # or @ that makes a tag or a handle of the word that begins here, or 0. */
    private char markBefore(int start) {
        if (start == addressEnd) {
            return 0;
        }
        char before = text.charAt(start - 1);
        return before == '#' || before == '@' ? before : 0;
    }

    private void add(String folded, String mark, int start, int end) {
        if (!folded.isEmpty()) {
            into.add(new Token(folded, mark, part, start, end, position++));
        }
    }
}
