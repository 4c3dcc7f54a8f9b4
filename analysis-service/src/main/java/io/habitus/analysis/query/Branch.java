package io.habitus.analysis.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A part of a query together with where it was typed: the parser's own tree, left behind once all is checked. */
record Branch(Shape shape, Query query, List<Branch> parts, int start, int end) {

    private enum Shape {
        LEAF,
        AND,
        OR,
        NOT
    }

    static Branch leaf(Query query, Lexeme typed) {
        return new Branch(Shape.LEAF, query, List.of(), typed.start(), typed.end());
    }

    static Branch and(List<Branch> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : joined(Shape.AND, new Query.And(flat(parts, Query.And.class)), parts);
    }

    static Branch or(List<Branch> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : joined(Shape.OR, new Query.Or(flat(parts, Query.Or.class)), parts);
    }

    static Branch not(Branch part, int start) {
        var query = part.query instanceof Query.Not(var twice) ? twice : new Query.Not(part.query);
        return new Branch(Shape.NOT, query, List.of(part), start, part.end);
    }

    private static Branch joined(Shape shape, Query query, List<Branch> parts) {
        return new Branch(shape, query, parts, parts.getFirst().start, parts.getLast().end);
    }

    private static List<Query> flat(List<Branch> parts, Class<? extends Query> same) {
        var flat = new ArrayList<Query>();
        for (var part : parts) {
            switch (part.query) {
                case Query.And(var inner) when same == Query.And.class -> flat.addAll(inner);
                case Query.Or(var inner) when same == Query.Or.class -> flat.addAll(inner);
                default -> flat.add(part.query);
            }
        }
        return List.copyOf(flat);
    }

    /** The same in parentheses. */
    Branch between(int open, int behindClose) {
        return new Branch(shape, query, parts, open, behindClose);
    }

    /**
     * Refuses a watch with an alternative that has no word, tag or handle: the matcher would have to look at every post
     * there is.
     */
    void mustHoldAWord() {
        mustHoldSomething();
        if (!holds(Branch::isOfTheText, true)) {
            var without = whereMissing(Branch::isOfTheText, true);
            throw new Refusal(
                    Complaint.NO_WORD,
                    "A watch needs a word, phrase, tag or handle that must be there, in each of its alternatives.",
                    without.start,
                    without.end - without.start,
                    "AND with a word, phrase, #tag, @handle or emoji",
                    null);
        }
    }

    /** Refuses what only excludes. */
    void mustHoldSomething() {
        if (!holds(leaf -> true, true)) {
            var without = whereMissing(leaf -> true, true);
            throw new Refusal(
                    Complaint.ONLY_NEGATIVE,
                    "This only excludes; something must be there too, in each alternative.",
                    without.start,
                    without.end - without.start,
                    "AND with something to look for",
                    null);
        }
    }

    private static boolean isOfTheText(Query leaf) {
        return switch (leaf) {
            case Query.Word _, Query.Phrase _, Query.Prefix _, Query.Mark _ -> true;
            case Query.Lang _, Query.Source _, Query.Type _, Query.And _, Query.Or _, Query.Not _ -> false;
        };
    }

    /** Whether a post that meets this branch (if not {@code wanted}: does not) always meets such a leaf. */
    private boolean holds(Predicate<Query> leaf, boolean wanted) {
        return switch (shape) {
            case LEAF -> wanted && leaf.test(query);
            case NOT -> parts.getFirst().holds(leaf, !wanted);
            case AND -> wanted ? anyHolds(leaf, true) : allHold(leaf, false);
            case OR -> wanted ? allHold(leaf, true) : anyHolds(leaf, false);
        };
    }

    private boolean anyHolds(Predicate<Query> leaf, boolean wanted) {
        return parts.stream().anyMatch(part -> part.holds(leaf, wanted));
    }

    private boolean allHold(Predicate<Query> leaf, boolean wanted) {
        return parts.stream().allMatch(part -> part.holds(leaf, wanted));
    }

    /** The first alternative that does not hold such a leaf, as deep inside as can be said. */
    private Branch whereMissing(Predicate<Query> leaf, boolean wanted) {
        boolean alternatives = wanted ? shape == Shape.OR : shape == Shape.AND;
        return switch (shape) {
            case LEAF -> this;
            case NOT -> {
                var inside = parts.getFirst().whereMissing(leaf, !wanted);
                // What only excludes is shown with its NOT.
                yield inside == parts.getFirst() ? this : inside;
            }
            case AND, OR ->
                alternatives
                        ? parts.stream()
                                .filter(part -> !part.holds(leaf, wanted))
                                .findFirst()
                                .orElseThrow()
                                .whereMissing(leaf, wanted)
                        : this;
        };
    }
}
