package io.habitus.analysis.query;

import java.util.Locale;

/** Everything the parser can have against a query; the names are stable, the page translates by them. */
enum Complaint {
    // Refused: the grammar.
    EMPTY_QUERY,
    EMPTY_GROUP,
    EMPTY_PHRASE,
    OPERAND_EXPECTED,
    VALUE_EXPECTED,
    GROUP_NOT_CLOSED,
    GROUP_NOT_OPENED,
    PHRASE_NOT_CLOSED,
    COMMENT_NOT_CLOSED,
    DOUBLE_NEGATION,
    NOTHING_TO_FIND,
    SIGN_NOT_ALLOWED,
    FOREIGN_OPERATOR,
    TYPOGRAPHIC_QUOTE,
    TYPOGRAPHIC_MINUS,
    COLON_NOT_QUOTED,
    UNKNOWN_FIELD,
    UNKNOWN_VALUE,
    ONLY_OR_IN_FIELD,
    TAG_OF_SEVERAL_WORDS,
    WILDCARD_NOT_AT_END,
    WILDCARD_TOO_EARLY,
    WILDCARD_TOO_LATE,
    WILDCARD_ON_SEVERAL_WORDS,
    WILDCARD_NOT_HERE,
    // Refused: the limits.
    QUERY_TOO_LONG,
    TOO_MANY_LEAVES,
    TOO_MANY_WILDCARDS,
    TOO_DEEP,
    // Refused: what it would match.
    ONLY_NEGATIVE,
    NO_WORD,
    SEARCH_ONLY_FIELD,
    // Refused: part of the language, but not there yet.
    PROXIMITY_NOT_SUPPORTED,
    LOOSE_PHRASE_NOT_SUPPORTED,
    SINGLE_WILDCARD_NOT_SUPPORTED,
    FIELD_NOT_SUPPORTED,
    // Warnings.
    JUXTAPOSITION,
    OPERATOR_AS_WORD,
    MINUS_APART,
    WORD_BECAME_PHRASE,
    MARK_IN_PHRASE,
    SIGNS_IGNORED;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
