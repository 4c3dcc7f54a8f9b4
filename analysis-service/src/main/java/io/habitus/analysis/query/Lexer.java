package io.habitus.analysis.query;

import io.habitus.analysis.query.Lexeme.Kind;
import java.util.regex.Pattern;

/** Cuts a query as typed into its pieces, one after the other. */
final class Lexer {

    private static final Pattern PROXIMITY = Pattern.compile("O?NEAR(/.*)?|SENTENCE");
    private static final String COMMENT = "<<<";
    private static final String COMMENT_END = ">>>";
    private static final String TYPOGRAPHIC_QUOTES = "„“”‟«»";

    private final String query;
    private int at;

    Lexer(String query) {
        this.query = query;
    }

    Lexeme next() {
        skipBlanksAndComments();
        if (at == query.length()) {
            return new Lexeme(Kind.END, at, at);
        }
        int start = at;
        return switch (query.charAt(at)) {
            case '(' -> piece(Kind.OPEN, start, start + 1);
            case ')' -> piece(Kind.CLOSE, start, start + 1);
            case '-' -> piece(Kind.MINUS, start, start + 1);
            case '"' -> phrase(start);
            default -> word(start);
        };
    }

    private Lexeme piece(Kind kind, int start, int end) {
        at = end;
        return new Lexeme(kind, start, end);
    }

    private void skipBlanksAndComments() {
        while (at < query.length()) {
            if (isBlank(query.charAt(at)) || isInvisible(query.charAt(at))) {
                at++;
                continue;
            }
            if (!query.startsWith(COMMENT, at)) {
                return;
            }
            int end = query.indexOf(COMMENT_END, at + COMMENT.length());
            if (end < 0) {
                throw new Refusal(
                        Complaint.COMMENT_NOT_CLOSED,
                        "This comment has no end.",
                        at,
                        query.length() - at,
                        COMMENT_END,
                        query + " " + COMMENT_END);
            }
            at = end + COMMENT_END.length();
        }
    }

    private Lexeme phrase(int start) {
        int end = query.indexOf('"', start + 1);
        if (end < 0) {
            throw new Refusal(
                    Complaint.PHRASE_NOT_CLOSED,
                    "This phrase has no closing quote.",
                    start,
                    query.length() - start,
                    "\"",
                    query + "\"");
        }
        return piece(Kind.PHRASE, start, end + 1);
    }

    private Lexeme word(int start) {
        int end = start;
        while (end < query.length() && !endsWord(end)) {
            if (TYPOGRAPHIC_QUOTES.indexOf(query.charAt(end)) >= 0) {
                throw typographicQuote(end);
            }
            end++;
        }
        if (end < query.length() && query.charAt(end) == ':') {
            return piece(Kind.FIELD, start, end + 1);
        }
        var word = query.substring(start, end);
        return switch (word) {
            case "AND" -> piece(Kind.AND, start, end);
            case "OR" -> piece(Kind.OR, start, end);
            case "NOT" -> piece(Kind.NOT, start, end);
            default -> piece(PROXIMITY.matcher(word).matches() ? Kind.PROXIMITY : Kind.WORD, start, end);
        };
    }

    private boolean endsWord(int offset) {
        char c = query.charAt(offset);
        return c == '(' || c == ')' || c == '"' || c == ':' || isBlank(c) || query.startsWith(COMMENT, offset);
    }

    private Refusal typographicQuote(int offset) {
        var straight = new StringBuilder(query);
        for (int i = 0; i < straight.length(); i++) {
            if (TYPOGRAPHIC_QUOTES.indexOf(straight.charAt(i)) >= 0) {
                straight.setCharAt(i, '"');
            }
        }
        return new Refusal(
                Complaint.TYPOGRAPHIC_QUOTE,
                "Phrases stand between straight quotes.",
                offset,
                1,
                "\"",
                straight.toString());
    }

    /** White space of any kind. */
    static boolean isBlank(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c == '\u200B';
    }

    /** Comes along when text is pasted, and is never meant: direction marks, word joiner, byte order mark. */
    private static boolean isInvisible(char c) {
        return c == '\u200E' || c == '\u200F' || c == '\u2060' || c == '\uFEFF';
    }
}
