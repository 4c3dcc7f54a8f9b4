package io.habitus.endtoend.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query of the first part of the language: words, phrases, {@code *}, {@code # @}, emoji, {@code AND OR NOT -},
 * parentheses, {@code lang: source: type:}. Anything else fails loudly.
 */
public final class Question {

    private static final Pattern LEXEME =
            Pattern.compile("\\s*(?:(\\()|(\\))|\"([^\"]*)\"|(-(?=\\S))|([a-z]+):|([^\\s()\"]+))");

    private final List<String> lexemes = new ArrayList<>();
    private int next;

    private Question(String query) {
        Matcher matcher = LEXEME.matcher(query);
        int at = 0;
        while (at < query.stripTrailing().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException("cannot read " + query.substring(at));
            }
            lexemes.add(matcher.group().strip());
            at = matcher.end();
        }
    }

    /** Whether a post is heard. */
    public static Predicate<Said> of(String query) {
        var question = new Question(query);
        Predicate<Said> answer = question.or();
        if (question.next < question.lexemes.size()) {
            throw new IllegalArgumentException("left over: " + question.lexemes.get(question.next));
        }
        return answer;
    }

    private Predicate<Said> or() {
        Predicate<Said> any = and();
        while (took("OR")) {
            any = any.or(and());
        }
        return any;
    }

    private Predicate<Said> and() {
        Predicate<Said> all = not();
        while (next < lexemes.size() && !peek().equals("OR") && !peek().equals(")")) {
            took("AND");
            all = all.and(not());
        }
        return all;
    }

    private Predicate<Said> not() {
        return took("NOT") || took("-") ? atom().negate() : atom();
    }

    private Predicate<Said> atom() {
        String lexeme = lexemes.get(next++);
        if (lexeme.equals("(")) {
            Predicate<Said> inner = or();
            if (!took(")")) {
                throw new IllegalArgumentException("a bracket is open");
            }
            return inner;
        }
        if (lexeme.endsWith(":")) {
            return field(lexeme.substring(0, lexeme.length() - 1));
        }
        if (lexeme.startsWith("\"")) {
            return phrase(lexeme.substring(1, lexeme.length() - 1));
        }
        if (lexeme.endsWith("*")) {
            String letters = Pieces.normal(lexeme.substring(0, lexeme.length() - 1));
            return post -> post.beginning(letters);
        }
        if (lexeme.startsWith("#") || lexeme.startsWith("@")) {
            String mark = Pieces.normal(lexeme);
            return post -> post.mark(mark);
        }
        return phrase(lexeme);
    }

    private Predicate<Said> field(String name) {
        if (!took("(")) {
            String value = lexemes.get(next++);
            return post -> post.field(name, value);
        }
        String first = lexemes.get(next++);
        Predicate<Said> any = post -> post.field(name, first);
        while (took("OR")) {
            String value = lexemes.get(next++);
            any = any.or(post -> post.field(name, value));
        }
        if (!took(")")) {
            throw new IllegalArgumentException("a bracket is open after " + name + ":");
        }
        return any;
    }

    /** A hyphenated word is its parts, adjacent: the same as a phrase. */
    private static Predicate<Said> phrase(String words) {
        List<String> tokens = Pieces.of(words).stream().map(Piece::value).toList();
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("nothing to hear in " + words);
        }
        return tokens.size() == 1 ? post -> post.word(tokens.getFirst()) : post -> post.phrase(tokens);
    }

    private String peek() {
        return lexemes.get(next);
    }

    private boolean took(String lexeme) {
        if (next < lexemes.size() && peek().equals(lexeme)) {
            next++;
            return true;
        }
        return false;
    }
}
