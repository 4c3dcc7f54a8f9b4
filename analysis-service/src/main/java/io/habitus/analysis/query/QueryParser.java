package io.habitus.analysis.query;

import io.habitus.analysis.query.Lexeme.Kind;
import io.habitus.analysis.query.Parsed.Accepted;
import io.habitus.analysis.query.Parsed.Refused;
import io.habitus.analysis.query.Parsed.Warning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads the query language of a watch. Total: every string is accepted or refused, fast, and nothing is ignored in
 * silence. The grammar, from loose to tight:
 *
 * <pre>
 * or   = and , { "OR" , and }
 * and  = not , { [ "AND" ] , not }
 * not  = [ "NOT" | "-" ] , prox
 * prox = atom , { "NEAR/n" | "ONEAR/n" | "SENTENCE" , atom }     (refused for now)
 * atom = "(" or ")" | field ":" value | phrase | word | prefix "*" | "#" tag | "@" handle | emoji
 * </pre>
 */
public final class QueryParser {

    /** UTF-16 units of a query. */
    static final int LONGEST = 16_384;

    /** Words (each of a phrase counts), tags, handles, emoji, field values. */
    static final int MOST_LEAVES = 1_024;

    static final int DEEPEST = 64;
    static final int MOST_WILDCARDS = 50;

    private static final int MOST_WARNINGS = 50;
    private static final String OPERAND = "a word, \"a phrase\", #tag, @handle, emoji, field:value or (";

    /** Where a query is used, and so what it must hold. */
    private enum Use {
        WATCH,
        SEARCH
    }

    private final String query;
    private final Use use;
    private final Lexer lexer;
    private final Leaves leaves;
    private final List<Warning> warnings = new ArrayList<>();
    private Lexeme next;
    private int depth;

    private QueryParser(String query, Use use) {
        this.query = query;
        this.use = use;
        this.lexer = new Lexer(query);
        this.leaves = new Leaves(query, use == Use.WATCH, this::warn);
    }

    /** Reads the query of a watch: every alternative needs a word, tag or handle that must be there. */
    public static Parsed parse(String query) {
        return parse(query, Use.WATCH);
    }

    /** Reads the query of a search: as of a watch, but a field alone is enough. */
    public static Parsed parseSearch(String query) {
        return parse(query, Use.SEARCH);
    }

    private static Parsed parse(String query, Use use) {
        return switch (once(query, use)) {
            case Accepted accepted -> accepted;
            case Refused refused -> withGoodSuggestion(refused, use);
        };
    }

    /** Only what would be accepted is suggested. */
    private static Refused withGoodSuggestion(Refused refused, Use use) {
        if (refused.suggestion() == null || once(refused.suggestion(), use) instanceof Accepted) {
            return refused;
        }
        return new Refused(
                refused.code(), refused.message(), refused.offset(), refused.length(), refused.expected(), null);
    }

    private static Parsed once(String query, Use use) {
        if (query.length() > LONGEST) {
            return new Refused(
                    Complaint.QUERY_TOO_LONG.code(),
                    "A query has at most %,d characters, this one has %,d.".formatted(LONGEST, query.length()),
                    LONGEST,
                    query.length() - LONGEST,
                    null,
                    null);
        }
        try {
            return new QueryParser(query, use).whole();
        } catch (Refusal refusal) {
            return refusal.refused();
        }
    }

    private Parsed whole() {
        next = lexer.next();
        if (next.is(Kind.END)) {
            throw new Refusal(Complaint.EMPTY_QUERY, "There is nothing to look for.", 0, query.length(), OPERAND, null);
        }
        var tree = or();
        if (next.is(Kind.CLOSE)) {
            throw new Refusal(
                    Complaint.GROUP_NOT_OPENED,
                    "Nothing was opened that this closes.",
                    next.start(),
                    1,
                    "AND, OR or the end",
                    without(next.start(), next.end()));
        }
        if (use == Use.WATCH) {
            tree.mustHoldAWord();
        } else {
            tree.mustHoldSomething();
        }
        warnings.sort(Comparator.comparingInt(Warning::offset));
        return new Accepted(tree.query(), NormalForm.of(tree.query()), List.copyOf(warnings));
    }

    private Branch or() {
        var alternatives = new ArrayList<Branch>();
        alternatives.add(and());
        while (next.is(Kind.OR)) {
            var operator = advance();
            alternatives.add(operandOf(operator, this::and));
        }
        return Branch.or(alternatives);
    }

    private Branch and() {
        var parts = new ArrayList<Branch>();
        parts.add(not());
        while (true) {
            if (next.is(Kind.AND)) {
                var operator = advance();
                parts.add(operandOf(operator, this::not));
            } else if (next.beginsOperand()) {
                noteJuxtaposition();
                parts.add(not());
            } else {
                return Branch.and(parts);
            }
        }
    }

    private void noteJuxtaposition() {
        if (!next.is(Kind.NOT) && !next.is(Kind.MINUS)) {
            warn(
                    Complaint.JUXTAPOSITION,
                    "Words side by side must all be there, as with AND. For adjacent words, quote them.",
                    next.start(),
                    next.length());
        }
    }

    private Branch not() {
        if (!next.is(Kind.NOT) && !next.is(Kind.MINUS)) {
            return proximity();
        }
        var negation = advance();
        if (negation.is(Kind.MINUS) && next.start() > negation.end() && !next.is(Kind.END)) {
            warn(Complaint.MINUS_APART, "This minus excludes what follows it.", negation.start(), negation.length());
        }
        if (next.is(Kind.NOT) || next.is(Kind.MINUS)) {
            throw new Refusal(
                    Complaint.DOUBLE_NEGATION,
                    "What is excluded cannot be excluded again.",
                    next.start(),
                    next.length(),
                    OPERAND,
                    without(negation.start(), next.end()));
        }
        return Branch.not(operandOf(negation, this::proximity), negation.start());
    }

    private Branch proximity() {
        var operand = atom();
        if (next.is(Kind.PROXIMITY)) {
            throw proximityNotSupported();
        }
        return operand;
    }

    private Branch atom() {
        return switch (next.kind()) {
            case OPEN -> group();
            case FIELD -> field();
            case PHRASE -> leaves.phrase(advance());
            case WORD -> leaves.word(advance());
            case PROXIMITY -> throw proximityNotSupported();
            case CLOSE, AND, OR, NOT, MINUS, END -> throw operandExpected(null);
        };
    }

    private Branch group() {
        var open = advance();
        goDeeper(open);
        if (next.is(Kind.CLOSE)) {
            throw new Refusal(
                    Complaint.EMPTY_GROUP,
                    "There is nothing between these parentheses.",
                    open.start(),
                    next.end() - open.start(),
                    OPERAND,
                    without(open.start(), next.end()));
        }
        var inside = or();
        return inside.between(open.start(), close(open).end());
    }

    private Branch field() {
        var name = advance();
        var field = leaves.field(name);
        if (!next.is(Kind.OPEN)) {
            var value = value(field);
            return value.between(name.start(), value.end());
        }
        var open = advance();
        goDeeper(open);
        var values = new ArrayList<Branch>();
        values.add(value(field));
        while (next.is(Kind.OR)) {
            advance();
            values.add(value(field));
        }
        if (next.kind() != Kind.CLOSE && next.kind() != Kind.END) {
            throw new Refusal(
                    Complaint.ONLY_OR_IN_FIELD,
                    "The values of a field can be joined by OR only.",
                    next.start(),
                    next.length(),
                    "OR or )",
                    null);
        }
        return Branch.or(values).between(name.start(), close(open).end());
    }

    private Branch value(Leaves.Field field) {
        if (!next.is(Kind.WORD) && !next.is(Kind.PHRASE)) {
            throw new Refusal(
                    Complaint.VALUE_EXPECTED,
                    "The field needs a value here.",
                    next.start(),
                    next.length(),
                    field.expected(),
                    null);
        }
        return leaves.value(field, advance());
    }

    private void goDeeper(Lexeme open) {
        depth++;
        if (depth > DEEPEST) {
            throw new Refusal(
                    Complaint.TOO_DEEP,
                    "Parentheses stand at most %d deep in each other.".formatted(DEEPEST),
                    open.start(),
                    1,
                    null,
                    null);
        }
    }

    private Lexeme close(Lexeme open) {
        if (!next.is(Kind.CLOSE)) {
            throw new Refusal(
                    Complaint.GROUP_NOT_CLOSED, "This parenthesis is never closed.", open.start(), 1, ")", query + ")");
        }
        depth--;
        return advance();
    }

    /** The right side of an operator, or that it is missing. */
    private Branch operandOf(Lexeme operator, Supplier<Branch> side) {
        if (!next.beginsOperand() && !next.is(Kind.PROXIMITY)) {
            throw operandExpected(operator);
        }
        return side.get();
    }

    private Refusal operandExpected(Lexeme before) {
        var what = query.substring(next.start(), next.end());
        var superfluous = next.is(Kind.AND) || next.is(Kind.OR) || before == null ? next : before;
        return new Refusal(
                Complaint.OPERAND_EXPECTED,
                what.isEmpty() ? "The query ends too early." : "\"%s\" cannot stand here.".formatted(what),
                next.start(),
                next.length(),
                OPERAND,
                without(superfluous.start(), superfluous.end()));
    }

    private Refusal proximityNotSupported() {
        return new Refusal(
                Complaint.PROXIMITY_NOT_SUPPORTED,
                "NEAR, ONEAR and SENTENCE are not supported yet. AND finds the words anywhere in the post.",
                next.start(),
                next.length(),
                "AND, OR or NOT",
                query.substring(0, next.start()) + "AND" + query.substring(next.end()));
    }

    private Lexeme advance() {
        var current = next;
        next = lexer.next();
        return current;
    }

    private void warn(Complaint complaint, String message, int offset, int length) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(new Warning(complaint.code(), message, offset, length));
        }
    }

    private String without(int start, int end) {
        return (query.substring(0, start).stripTrailing() + " "
                        + query.substring(end).stripLeading())
                .strip();
    }
}
