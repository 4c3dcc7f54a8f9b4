package io.habitus.analysis.query;

/** Reads the query language of a watch. Total: every string is accepted or refused, fast, and nothing is ignored. */
public final class QueryParser {

    private QueryParser() {}

    /** Reads the query of a watch: every alternative needs a word, tag or handle that must be there. */
    public static Parsed parse(String query) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Reads the query of a search: as of a watch, but a field alone is enough. */
    public static Parsed parseSearch(String query) {
        throw new UnsupportedOperationException("not built yet");
    }
}
