package io.habitus.analysis.query;

import io.habitus.contracts.SourceType;
import io.habitus.tagging.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A query written out: operators in full, no more parentheses than needed, words as they are matched. */
final class NormalForm {

    private enum Binding {
        OR,
        AND,
        NOT
    }

    private NormalForm() {}

    static String of(Query query) {
        return of(query, Binding.OR);
    }

    static String name(SourceType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String of(Query query, Binding around) {
        return switch (query) {
            case Query.Word(var token) -> word(token);
            case Query.Phrase(var tokens) ->
                tokens.stream().map(NormalForm::inPhrase).collect(Collectors.joining(" ", "\"", "\""));
            case Query.Prefix(var start) -> start + "*";
            case Query.Mark(var mark) -> mark;
            case Query.Lang(var code) -> "lang:" + code;
            case Query.Source(var name) -> "source:" + name;
            case Query.Type(var type) -> "type:" + name(type);
            case Query.And(var parts) -> joined(parts, " AND ", Binding.AND, around);
            case Query.Or(var parts) -> joined(parts, " OR ", Binding.OR, around);
            case Query.Not(var part) -> "NOT " + of(part, Binding.NOT);
        };
    }

    private static String joined(List<Query> parts, String operator, Binding own, Binding around) {
        var joined = parts.stream().map(part -> of(part, own)).collect(Collectors.joining(operator));
        return own.compareTo(around) < 0 ? "(" + joined + ")" : joined;
    }

    private static String word(String token) {
        var inPhrase = inPhrase(token);
        return inPhrase.indexOf(':') < 0 ? inPhrase : '"' + inPhrase + '"';
    }

    /** The host of an address may hold what words do not, so it is written as an address. */
    private static String inPhrase(String token) {
        var again = Tokens.of(token).all();
        boolean same = again.size() == 1 && again.getFirst().folded().equals(token);
        return same ? token : "https://" + token + "/";
    }
}
