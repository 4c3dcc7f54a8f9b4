package io.habitus.analysis.watches;

import io.habitus.analysis.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;

/**
 * The terms that some watch asks for. A post is reduced to them before it meets the watches: what nobody asks for cannot
 * decide anything, and most posts hold nothing that anybody asks for.
 */
final class Vocabulary {

    /** No prefix is shorter. */
    private static final int SHORTEST_PREFIX = 3;

    private final Map<Term, Integer> uses = new HashMap<>();
    private final Map<String, Set<String>> byField = new HashMap<>();
    /** By their first three characters. */
    private final Map<String, List<String>> prefixes = new HashMap<>();

    void add(Query query) {
        StreamQuery.eachTerm(query, term -> {
            if (uses.merge(term, 1, Integer::sum) == 1) {
                appear(term);
            }
        });
    }

    void remove(Query query) {
        StreamQuery.eachTerm(query, term -> {
            if (uses.merge(term, -1, Vocabulary::orNone) == null) {
                vanish(term);
            }
        });
    }

    private static Integer orNone(int uses, int fewer) {
        return uses + fewer == 0 ? null : uses + fewer;
    }

    private void appear(Term term) {
        if (term.field().equals(Fields.PREFIX)) {
            prefixes.computeIfAbsent(bucket(term.text()), _ -> new ArrayList<>())
                    .add(term.text());
        }
        byField.computeIfAbsent(term.field(), _ -> new HashSet<>()).add(term.text());
    }

    private void vanish(Term term) {
        if (term.field().equals(Fields.PREFIX)) {
            prefixes.computeIfPresent(bucket(term.text()), (_, same) -> {
                same.remove(term.text());
                return same.isEmpty() ? null : same;
            });
        }
        byField.computeIfPresent(term.field(), (_, terms) -> {
            terms.remove(term.text());
            return terms.isEmpty() ? null : terms;
        });
    }

    private static String bucket(String word) {
        return word.substring(0, SHORTEST_PREFIX);
    }

    /** The terms of this field that some watch asks for. */
    Set<String> of(String field) {
        return byField.getOrDefault(field, Set.of());
    }

    /** The prefixes that may be a beginning of this word: they share its first characters. */
    List<String> prefixesLike(String word) {
        return word.length() < SHORTEST_PREFIX ? List.of() : prefixes.getOrDefault(bucket(word), List.of());
    }
}
