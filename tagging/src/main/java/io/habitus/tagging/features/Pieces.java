package io.habitus.tagging.features;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A post, cut for judging: emoticons, elongated and shouted words and punctuation, which {@link
 * io.habitus.tagging.Tokens} passes over because no search asks for them. One object is used for many posts, one after
 * the other; each piece is a slice of {@link #letters}, lower case.
 */
final class Pieces {

    /** UTF-16 units of a post that are read; a longer one is judged by its beginning. */
    static final int MOST_READ = 4_000;

    private static final char ZERO_WIDTH_JOINER = 0x200D;
    private static final int SHOUTED = 3;

    char[] letters = new char[1_024];
    Kind[] kinds = new Kind[256];
    int[] starts = new int[256];
    int[] ends = new int[256];
    int count;
    int elongated;
    int shouted;
    /** Letters of the Latin script, and of all others. */
    int latin;

    int foreign;

    private String text;
    private int at;
    private int written;

    /** Cuts this text; what was cut before is forgotten. */
    void cut(String post) {
        count = 0;
        written = 0;
        elongated = 0;
        shouted = 0;
        latin = 0;
        foreign = 0;
        text = readable(post);
        at = behindRepostMark(text);
        while (at < text.length()) {
            int before = at;
            piece();
            if (at <= before) {
                // For ever, otherwise; who asked can do without this post's pieces, but not without its memory.
                throw new IllegalStateException("no piece begins with U+" + Integer.toHexString(text.codePointAt(at)));
            }
        }
    }

    private static String readable(String post) {
        var read = post.length() <= MOST_READ ? post : post.substring(0, MOST_READ);
        var unescaped = read.indexOf('&') < 0 ? read : Entities.unescaped(read);
        for (int i = 0; i < unescaped.length(); i++) {
            char c = unescaped.charAt(i);
            if (c >= 0x300 && c < 0x370) {
                return Normalizer.normalize(unescaped, Normalizer.Form.NFC);
            }
        }
        return unescaped;
    }

    /** A repost says what its original says: {@code RT @name: } is not said by anybody. */
    private static int behindRepostMark(String text) {
        if (!text.startsWith("RT @")) {
            return 0;
        }
        int end = 4;
        while (end < text.length() && isOfName(text.charAt(end))) {
            end++;
        }
        return end < text.length() && text.charAt(end) == ':' ? end + 1 : 0;
    }

    private void piece() {
        char c = text.charAt(at);
        if (c <= ' ' || Character.isWhitespace(c)) {
            if (c == '\n') {
                add(Kind.STOP, written);
            }
            at++;
            return;
        }
        if (address() || emoticon()) {
            return;
        }
        if ((c == '@' || c == '#') && at + 1 < text.length() && isOfName(text.charAt(at + 1))) {
            named(c == '@' ? Kind.HANDLE : Kind.HASHTAG);
            return;
        }
        int codePoint = text.codePointAt(at);
        if (Character.isLetter(codePoint)) {
            word();
        } else if (Character.isDigit(codePoint)) {
            number();
        } else if (codePoint > 0xFF && isEmoji(codePoint)) {
            emoji(codePoint);
        } else {
            sign(codePoint);
        }
    }

    private boolean address() {
        if (!(begins("http") || begins("www."))) {
            return false;
        }
        boolean inWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        boolean whole =
                begins("http://") || begins("https://") || begins("www.") || isAlone("http") || isAlone("https");
        if (inWord || !whole) {
            return false;
        }
        while (at < text.length() && text.charAt(at) > ' ' && "<>\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        int start = written;
        write("http");
        add(Kind.ADDRESS, start);
        return true;
    }

    private boolean begins(String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    private boolean isAlone(String word) {
        int end = at + word.length();
        return begins(word) && (end >= text.length() || text.charAt(end) <= ' ');
    }

    private boolean emoticon() {
        int end = Emoticons.endAt(text, at);
        if (end < 0) {
            return false;
        }
        int start = written;
        for (; at < end; at++) {
            write(Character.toLowerCase(text.charAt(at)));
        }
        add(Kind.EMOTICON, start);
        return true;
    }

    /** All handles are one: who is spoken to says nothing of how. */
    private void named(Kind kind) {
        int from = ++at;
        while (at < text.length() && isOfName(text.charAt(at))) {
            at++;
        }
        int start = written;
        if (kind == Kind.HANDLE) {
            write("@");
            add(kind, start);
            return;
        }
        write('#');
        for (int i = from; i < at; i++) {
            write(Character.toLowerCase(text.charAt(i)));
        }
        add(kind, start);
        parts(from, at);
    }

    /** {@code #BahnChaos} says bahn and chaos, too; {@code #bahn} says bahn. */
    private void parts(int from, int to) {
        int start = written;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean border = c == '_'
                    || (i > from && Character.isUpperCase(c) && !Character.isUpperCase(text.charAt(i - 1)))
                    || (i > from && Character.isDigit(c) != Character.isDigit(text.charAt(i - 1)));
            if (border && written > start) {
                add(Character.isDigit(letters[start]) ? Kind.NUMBER : Kind.WORD, start);
                start = written;
            }
            if (c != '_') {
                letter(c);
                write(Character.toLowerCase(c));
            }
        }
        if (written > start) {
            add(Character.isDigit(letters[start]) ? Kind.NUMBER : Kind.WORD, start);
        }
    }

    private void word() {
        int start = written;
        int run = 0;
        char before = 0;
        boolean stretched = false;
        int upper = 0;
        int all = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if ((c == '\'' || c == '’')
                    && all > 0
                    && at + 1 < text.length()
                    && Character.isLetter(text.charAt(at + 1))) {
                c = '\'';
            } else if (!Character.isLetterOrDigit(c)
                    && !(Character.isSurrogate(c) && Character.isLetter(text.codePointAt(at)))
                    && !(Character.isLowSurrogate(c) && all > 0 && Character.isHighSurrogate(text.charAt(at - 1)))
                    && Character.getType(c) != Character.NON_SPACING_MARK
                    && Character.getType(c) != Character.COMBINING_SPACING_MARK) {
                break;
            }
            at++;
            all++;
            letter(c);
            if (Character.isUpperCase(c)) {
                upper++;
            }
            char lower = Character.toLowerCase(c);
            run = lower == before ? run + 1 : 1;
            before = lower;
            if (run > 2 && Character.isLetter(lower)) {
                stretched = true;
            } else {
                write(lower);
            }
        }
        if (all == 0) {
            at += Character.charCount(text.codePointAt(at));
            return;
        }
        if (stretched) {
            elongated++;
        }
        if (upper == all && all >= SHOUTED) {
            shouted++;
        }
        add(Kind.WORD, start);
    }

    private void letter(char c) {
        if (c < 0x250) {
            if (Character.isLetter(c)) {
                latin++;
            }
        } else if (Character.isLetter(c) || Character.isSurrogate(c)) {
            if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
                latin++;
            } else {
                foreign++;
            }
        }
    }

    private void number() {
        int start = written;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean inside = (c == '.' || c == ',' || c == ':')
                    && at + 1 < text.length()
                    && Character.isDigit(text.codePointAt(at + 1));
            if (!Character.isDigit(c) && !inside) {
                break;
            }
            at += Character.charCount(c);
        }
        write("0");
        add(Kind.NUMBER, start);
    }

    private void emoji(int codePoint) {
        at += Character.charCount(codePoint);
        // Joined to the picture before it (a profession, a gender) it is no picture of its own.
        boolean joined = at >= 3 && text.charAt(at - 1 - Character.charCount(codePoint)) == ZERO_WIDTH_JOINER;
        if (joined) {
            return;
        }
        int start = written;
        for (char c : Character.toChars(codePoint)) {
            write(c);
        }
        add(Kind.EMOJI, start);
    }

    private static boolean isEmoji(int codePoint) {
        return Character.isExtendedPictographic(codePoint) || isFlag(codePoint);
    }

    private static boolean isFlag(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    private void sign(int codePoint) {
        switch (codePoint) {
            case '!', '?' -> shout();
            case '…' -> {
                at++;
                add(Kind.ELLIPSIS, written);
            }
            case '.' -> {
                int from = at;
                while (at < text.length() && text.charAt(at) == '.') {
                    at++;
                }
                add(at - from > 1 ? Kind.ELLIPSIS : Kind.STOP, written);
            }
            case ',', ';', ':', '(', ')' -> {
                at++;
                add(Kind.STOP, written);
            }
            default -> at += Character.charCount(codePoint);
        }
    }

    private void shout() {
        boolean exclaims = false;
        while (at < text.length() && (text.charAt(at) == '!' || text.charAt(at) == '?')) {
            exclaims |= text.charAt(at) == '!';
            at++;
        }
        add(exclaims ? Kind.EXCLAMATION : Kind.QUESTION, written);
    }

    private static boolean isOfName(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private void write(String word) {
        for (int i = 0; i < word.length(); i++) {
            write(word.charAt(i));
        }
    }

    private void write(char c) {
        if (written == letters.length) {
            letters = Arrays.copyOf(letters, 2 * written);
        }
        letters[written++] = c;
    }

    private void add(Kind kind, int start) {
        if (count == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        kinds[count] = kind;
        starts[count] = start;
        ends[count++] = written;
    }

    /** As it is hashed. */
    String read(int piece) {
        return new String(letters, starts[piece], ends[piece] - starts[piece]);
    }
}
