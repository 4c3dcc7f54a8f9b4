package io.habitus.analysis.query;

/** A query as Elasticsearch understands it, with exactly the meaning it has in the stream. */
public final class SearchQuery {

    private SearchQuery() {}

    /** Over the fields {@code tok}, {@code marks}, {@code lang}, {@code source} and {@code type}; does not score. */
    public static co.elastic.clients.elasticsearch._types.query_dsl.Query of(Query query) {
        throw new UnsupportedOperationException("not built yet");
    }
}
