package io.habitus.analysis.watches;

import io.habitus.analysis.query.Query;
import io.habitus.tagging.Token;
import io.habitus.tagging.Tokens;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;

/**
 * The watches that hear whatever says one of their terms, and ask for nothing else: a brand, its handle, its tag. Most are
 * of this kind, and a look into a table is the whole match. All others are for the monitor.
 */
final class PlainWatches {

    private final Vocabulary vocabulary = new Vocabulary();
    /** By field and term. */
    private final Map<String, Map<String, Set<String>>> watches = new HashMap<>();

    /** Whether a query asks for one of some terms of a text, and for nothing else. */
    static boolean isPlain(Query query) {
        return switch (query) {
            case Query.Word _, Query.Prefix _, Query.Mark _ -> true;
            case Query.Or(var parts) -> parts.stream().allMatch(PlainWatches::isPlain);
            case Query.Phrase _, Query.And _, Query.Not _, Query.Lang _, Query.Source _, Query.Type _ -> false;
        };
    }

    /** @param query a plain one */
    void add(String watch, Query query) {
        vocabulary.add(query);
        StreamQuery.eachTerm(query, term -> watches.computeIfAbsent(term.field(), _ -> new HashMap<>())
                .computeIfAbsent(term.text(), _ -> new HashSet<>())
                .add(watch));
    }

    /** @param query with which it was added */
    void remove(String watch, Query query) {
        vocabulary.remove(query);
        StreamQuery.eachTerm(query, term -> remove(watch, term));
    }

    private void remove(String watch, Term term) {
        watches.computeIfPresent(term.field(), (_, terms) -> {
            terms.computeIfPresent(term.text(), (_, hearing) -> {
                hearing.remove(watch);
                return hearing.isEmpty() ? null : hearing;
            });
            return terms.isEmpty() ? null : terms;
        });
    }

    /** Those that hear these tokens. */
    Set<String> hearing(Tokens tokens) {
        if (watches.isEmpty()) {
            return Set.of();
        }
        var words = terms(Fields.TOK);
        var marks = terms(Fields.MARKS);
        var prefixes = terms(Fields.PREFIX);
        var hearing = new HashSet<String>();
        for (Token token : tokens.all()) {
            var folded = token.folded();
            hearing.addAll(words.getOrDefault(folded, Set.of()));
            if (token.mark() != null) {
                hearing.addAll(marks.getOrDefault(token.mark(), Set.of()));
            }
            for (var prefix : prefixes.isEmpty() ? List.<String>of() : vocabulary.prefixesLike(folded)) {
                if (folded.startsWith(prefix)) {
                    hearing.addAll(prefixes.get(prefix));
                }
            }
        }
        return hearing;
    }

    private Map<String, Set<String>> terms(String field) {
        return watches.getOrDefault(field, Map.of());
    }
}
