package io.habitus.analysis.watches;

import io.habitus.analysis.query.Query;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermQuery;

/**
 * A query as the matcher understands it: terms and phrases only, so that its presearcher knows what each query needs.
 * Prefixes are terms, too, of a field that holds the beginnings of a post's words.
 */
final class StreamQuery {

    private StreamQuery() {}

    static org.apache.lucene.search.Query of(Query query) {
        return switch (query) {
            case Query.Word(var token) -> new TermQuery(new Term(Fields.TOK, token));
            case Query.Phrase(var tokens) -> new PhraseQuery(Fields.TOK, tokens.toArray(String[]::new));
            case Query.Prefix(var start) -> new TermQuery(new Term(Fields.PREFIX, start));
            case Query.Mark(var mark) -> new TermQuery(new Term(Fields.MARKS, mark));
            case Query.Lang(var code) -> new TermQuery(new Term(Fields.LANG, code));
            case Query.Source(var name) -> new TermQuery(new Term(Fields.SOURCE, name));
            case Query.Type(var type) -> new TermQuery(new Term(Fields.TYPE, type.name()));
            case Query.And(var parts) -> and(parts);
            case Query.Or(var parts) -> or(parts);
            case Query.Not _ -> and(List.of(query));
        };
    }

    private static org.apache.lucene.search.Query and(List<Query> parts) {
        var and = new BooleanQuery.Builder();
        boolean onlyExcludes = true;
        for (var part : parts) {
            if (part instanceof Query.Not(var excluded)) {
                and.add(of(excluded), Occur.MUST_NOT);
            } else {
                and.add(of(part), Occur.FILTER);
                onlyExcludes = false;
            }
        }
        if (onlyExcludes) {
            and.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return and.build();
    }

    private static org.apache.lucene.search.Query or(List<Query> parts) {
        var or = new BooleanQuery.Builder();
        parts.forEach(part -> or.add(of(part), Occur.SHOULD));
        return or.build();
    }

    /** Every term the query asks a post for, excluded ones too. */
    static void eachTerm(Query query, Consumer<Term> each) {
        switch (query) {
            case Query.And(var parts) -> parts.forEach(part -> eachTerm(part, each));
            case Query.Or(var parts) -> parts.forEach(part -> eachTerm(part, each));
            case Query.Not(var part) -> eachTerm(part, each);
            case Query.Phrase(var tokens) -> tokens.forEach(token -> each.accept(new Term(Fields.TOK, token)));
            default -> each.accept(((TermQuery) of(query)).getTerm());
        }
    }
}
