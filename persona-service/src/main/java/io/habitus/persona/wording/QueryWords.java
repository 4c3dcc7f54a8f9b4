package io.habitus.persona.wording;

import io.habitus.tagging.Token;
import io.habitus.tagging.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words a query looks for. It was accepted by analysis-service, whose parser decides what it means; of its language this
 * knows only what tells words from the rest: comments, operators, fields with their values, phrases, the wildcard.
 *
 * @param words folded
 * @param beginnings folded; a word that begins so is looked for
 */
record QueryWords(Set<String> words, Set<String> beginnings) {

    static final QueryWords NONE = new QueryWords(Set.of(), Set.of());

    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

    QueryWords {
        words = Set.copyOf(words);
        beginnings = Set.copyOf(beginnings);
    }

    static QueryWords of(String query) {
        var reading = new Reading(query);
        reading.all();
        return new QueryWords(reading.words, reading.beginnings);
    }

    private static final class Reading {

        private static final String COMMENT = "<<<";
        private static final String COMMENT_END = ">>>";

        private final String query;
        private final Set<String> words = new HashSet<>();
        private final Set<String> beginnings = new HashSet<>();
        private int at;

        Reading(String query) {
            this.query = query;
        }

        void all() {
            while (at < query.length()) {
                if (query.startsWith(COMMENT, at)) {
                    at = behind(COMMENT_END, at + COMMENT.length());
                } else if (query.charAt(at) == '"') {
                    take(phrase());
                } else if (ends(at)) {
                    at++;
                } else {
                    word();
                }
            }
        }

        private void word() {
            var word = piece();
            if (at < query.length() && query.charAt(at) == ':') {
                at++;
                passValue();
            } else if (word.endsWith("*")) {
                tokens(word).forEach(token -> beginnings.add(token.folded()));
            } else if (!OPERATORS.contains(word)) {
                take(word);
            }
        }

        /** What a field asks for is no word of the text. */
        private void passValue() {
            while (at < query.length() && Character.isWhitespace(query.charAt(at))) {
                at++;
            }
            if (at == query.length()) {
                return;
            }
            switch (query.charAt(at)) {
                case '(' -> at = behind(")", at);
                case '"' -> phrase();
                default -> piece();
            }
        }

        private String piece() {
            int start = at;
            while (at < query.length() && !ends(at)) {
                at++;
            }
            return query.substring(start, at);
        }

        private String phrase() {
            int start = at + 1;
            at = behind("\"", start);
            return query.substring(start, Math.max(start, at - 1));
        }

        private int behind(String end, int from) {
            int found = query.indexOf(end, from);
            return found < 0 ? query.length() : found + end.length();
        }

        private boolean ends(int offset) {
            char c = query.charAt(offset);
            return "()\":".indexOf(c) >= 0
                    || c <= ' '
                    || Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || query.startsWith(COMMENT, offset);
        }

        private void take(String text) {
            tokens(text).forEach(token -> words.add(token.folded()));
        }

        private static List<Token> tokens(String text) {
            return Tokens.of(text).all();
        }
    }
}
