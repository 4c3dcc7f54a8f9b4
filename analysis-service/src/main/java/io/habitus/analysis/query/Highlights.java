package io.habitus.analysis.query;

import io.habitus.tagging.Token;
import io.habitus.tagging.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which words of a post a query is about. */
public final class Highlights {

    private static final Comparator<Span> IN_ORDER =
            Comparator.comparing(Span::part).thenComparingInt(Span::offset).thenComparingInt(Span::length);

    private final Set<String> words = new HashSet<>();
    private final Set<String> marks = new HashSet<>();
    private final List<String> prefixes = new ArrayList<>();
    private final List<List<String>> phrases = new ArrayList<>();

    private Highlights() {}

    /** A piece of title or text as written, in UTF-16 units. */
    public record Span(Token.Part part, int offset, int length) {}

    /**
     * Where the words, phrases, prefixes, tags and handles stand that the query asks for; not those it excludes. In order
     * of part and offset, without overlaps.
     */
    public static List<Span> of(Query query, Tokens tokens) {
        var highlights = new Highlights();
        highlights.collect(query, true);
        var spans = new ArrayList<Span>();
        for (var part : Token.Part.values()) {
            highlights.find(tokens.in(part), spans);
        }
        return withoutOverlaps(spans);
    }

    private void collect(Query query, boolean wanted) {
        switch (query) {
            case Query.And(var parts) -> parts.forEach(part -> collect(part, wanted));
            case Query.Or(var parts) -> parts.forEach(part -> collect(part, wanted));
            case Query.Not(var part) -> collect(part, !wanted);
            case Query.Word(var token) when wanted -> words.add(token);
            case Query.Phrase(var tokens) when wanted -> phrases.add(tokens);
            case Query.Prefix(var start) when wanted -> prefixes.add(start);
            case Query.Mark(var mark) when wanted -> marks.add(mark);
            case Query.Word _, Query.Phrase _, Query.Prefix _, Query.Mark _ -> {}
            case Query.Lang _, Query.Source _, Query.Type _ -> {}
        }
    }

    private void find(List<Token> tokens, List<Span> spans) {
        for (var token : tokens) {
            if (words.contains(token.folded())
                    || (token.mark() != null && marks.contains(token.mark()))
                    || prefixes.stream().anyMatch(token.folded()::startsWith)) {
                spans.add(span(token, token));
            }
        }
        for (var phrase : phrases) {
            find(phrase, tokens, spans);
        }
    }

    /** By Knuth, Morris and Pratt: a phrase of a thousand equal words in a text of ten thousand is no trouble. */
    private static void find(List<String> phrase, List<Token> tokens, List<Span> spans) {
        int[] fallBack = fallBack(phrase);
        int matched = 0;
        for (int i = 0; i < tokens.size(); i++) {
            while (matched > 0
                    && (matched == phrase.size()
                            || !phrase.get(matched).equals(tokens.get(i).folded()))) {
                matched = fallBack[matched - 1];
            }
            if (phrase.get(matched).equals(tokens.get(i).folded())) {
                matched++;
            }
            if (matched == phrase.size()) {
                spans.add(span(tokens.get(i - matched + 1), tokens.get(i)));
            }
        }
    }

    /** For each beginning of the phrase, how long its longest proper beginning is that is also its end. */
    private static int[] fallBack(List<String> phrase) {
        int[] fallBack = new int[phrase.size()];
        for (int i = 1; i < fallBack.length; i++) {
            int matched = fallBack[i - 1];
            while (matched > 0 && !phrase.get(matched).equals(phrase.get(i))) {
                matched = fallBack[matched - 1];
            }
            fallBack[i] = phrase.get(matched).equals(phrase.get(i)) ? matched + 1 : 0;
        }
        return fallBack;
    }

    private static Span span(Token first, Token last) {
        return new Span(first.part(), first.start(), last.end() - first.start());
    }

    private static List<Span> withoutOverlaps(List<Span> spans) {
        spans.sort(IN_ORDER);
        var apart = new ArrayList<Span>();
        for (var span : spans) {
            if (apart.isEmpty() || !overlap(apart.getLast(), span)) {
                apart.add(span);
                continue;
            }
            var last = apart.removeLast();
            int end = Math.max(last.offset() + last.length(), span.offset() + span.length());
            apart.add(new Span(last.part(), last.offset(), end - last.offset()));
        }
        return List.copyOf(apart);
    }

    private static boolean overlap(Span first, Span second) {
        return first.part() == second.part() && second.offset() < first.offset() + first.length();
    }
}
