package io.habitus.persona.wording;

import io.habitus.persona.words.Naming;
import io.habitus.tagging.Token;
import io.habitus.tagging.Tokens;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The words a query looks for. It was accepted by analysis-service, whose parser decides what it means; of its language this
 * knows only what tells words from the rest: comments, operators, fields with their values, phrases, the wildcard.
 *
 * @param named all of them, folded, also those it does not want
 * @param wanted those it wants
 */
record QueryWords(Naming named, Naming wanted) {

    static final QueryWords NONE = new QueryWords(Naming.NOTHING, Naming.NOTHING);

    private static final Set<String> OPERATORS = Set.of("AND", "OR");

    static QueryWords of(String query) {
        var reading = new Reading(query);
        reading.all();
        return new QueryWords(
                new Naming(reading.words, reading.beginnings),
                new Naming(reading.wantedWords, reading.wantedBeginnings));
    }

    /**
     * What those of these queries want that want nothing that this one wants, too: such a one may be a part, or a variant,
     * of this one, and itself is one.
     */
    Naming besides(Collection<QueryWords> queries) {
        return queries.stream()
                .map(QueryWords::wanted)
                .filter(other -> !other.overlaps(wanted))
                .reduce(Naming.NOTHING, Naming::and);
    }

    private static final class Reading {

        private static final String COMMENT = "<<<";
        private static final String COMMENT_END = ">>>";

        private final String query;
        private final Set<String> words = new HashSet<>();
        private final Set<String> beginnings = new HashSet<>();
        private final Set<String> wantedWords = new HashSet<>();
        private final Set<String> wantedBeginnings = new HashSet<>();
        private int at;
        private int depth;
        /** What comes next is not wanted. */
        private boolean not;
        /** In how many parentheses that stand which are not wanted; 0: in none. */
        private int notAt;

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
                    parenthesis(query.charAt(at));
                    at++;
                } else {
                    word();
                }
            }
        }

        private void parenthesis(char c) {
            if (c == '(') {
                depth++;
                notAt = not && notAt == 0 ? depth : notAt;
                not = false;
            } else if (c == ')') {
                notAt = depth == notAt ? 0 : notAt;
                depth--;
            }
        }

        private void word() {
            var word = piece();
            not |= word.equals("NOT") || word.startsWith("-");
            if (word.equals("NOT") || word.equals("-")) {
                return;
            }
            if (at < query.length() && query.charAt(at) == ':') {
                at++;
                passValue();
                not = false;
            } else if (word.endsWith("*")) {
                take(word, beginnings, wantedBeginnings);
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
            take(text, words, wantedWords);
        }

        private void take(String text, Set<String> all, Set<String> wanted) {
            var folded = Tokens.of(text).all().stream().map(Token::folded).toList();
            all.addAll(folded);
            if (!not && notAt == 0) {
                wanted.addAll(folded);
            }
            not = false;
        }
    }
}
