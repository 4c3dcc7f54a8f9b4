package io.habitus.analysis.query;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.MatchPhraseQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.PrefixQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryVariant;
import co.elastic.clients.elasticsearch._types.query_dsl.TermQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.WrapperQuery;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A query as Elasticsearch understands it, with exactly the meaning it has in the stream.
 *
 * <p>It asks nothing of the server's analysis but to cut {@code tok} at white space; everything else is equality.
 */
public final class SearchQuery {

    /** The server refuses queries nested more than 30 deep; this leaves some to the caller. */
    private static final int DEEPEST = 20;

    private static final JacksonJsonpMapper JSON = new JacksonJsonpMapper();

    private SearchQuery() {}

    /** Over the fields {@code tok}, {@code marks}, {@code lang}, {@code source} and {@code type}; does not score. */
    public static co.elastic.clients.elasticsearch._types.query_dsl.Query of(Query query) {
        return nested(query).query;
    }

    /** How deep a query goes, in queries. */
    private record Nested(co.elastic.clients.elasticsearch._types.query_dsl.Query query, int depth) {

        static Nested leaf(QueryVariant leaf) {
            return new Nested(leaf._toQuery(), 1);
        }
    }

    private static Nested nested(Query query) {
        return switch (query) {
            case Query.Word(var token) -> term("tok", token);
            case Query.Phrase(var tokens) ->
                Nested.leaf(MatchPhraseQuery.of(phrase -> phrase.field("tok").query(String.join(" ", tokens))));
            case Query.Prefix(var start) ->
                Nested.leaf(PrefixQuery.of(prefix -> prefix.field("tok").value(start)));
            case Query.Mark(var mark) -> term("marks", mark);
            case Query.Lang(var code) -> term("lang", code);
            case Query.Source(var name) -> term("source", name);
            case Query.Type(var type) -> term("type", NormalForm.name(type));
            case Query.And(var parts) -> bool(parts, BoolQuery.Builder::filter);
            case Query.Or(var parts) ->
                bool(parts, (bool, alternatives) -> bool.should(alternatives).minimumShouldMatch("1"));
            case Query.Not(var part) -> bool(List.of(part), BoolQuery.Builder::mustNot);
        };
    }

    private static Nested term(String field, String value) {
        return Nested.leaf(TermQuery.of(term -> term.field(field).value(value)));
    }

    private static Nested bool(
            List<Query> parts,
            BiFunction<
                            BoolQuery.Builder,
                            List<co.elastic.clients.elasticsearch._types.query_dsl.Query>,
                            BoolQuery.Builder>
                    join) {
        var inner = parts.stream().map(SearchQuery::nested).toList();
        int depth = 1 + inner.stream().mapToInt(Nested::depth).max().orElse(0);
        var query = join.apply(
                        new BoolQuery.Builder(),
                        inner.stream().map(Nested::query).toList())
                .build()
                ._toQuery();
        return depth < DEEPEST ? new Nested(query, depth) : wrapped(query);
    }

    /** The server begins to count anew inside of a wrapper. */
    private static Nested wrapped(co.elastic.clients.elasticsearch._types.query_dsl.Query query) {
        var json = JsonpUtils.toJsonString(query, JSON).getBytes(StandardCharsets.UTF_8);
        return Nested.leaf(
                WrapperQuery.of(wrapper -> wrapper.query(Base64.getEncoder().encodeToString(json))));
    }
}
