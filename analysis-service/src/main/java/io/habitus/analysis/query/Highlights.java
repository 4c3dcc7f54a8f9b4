package io.habitus.analysis.query;

import io.habitus.tagging.Token;
import io.habitus.tagging.Tokens;
import java.util.List;

/** Which words of a post a query is about. */
public final class Highlights {

    private Highlights() {}

    /** A piece of title or text as written, in UTF-16 units. */
    public record Span(Token.Part part, int offset, int length) {}

    /**
     * Where the words, phrases, prefixes, tags and handles stand that the query asks for; not those it excludes. In order
     * of part and offset, without overlaps.
     */
    public static List<Span> of(Query query, Tokens tokens) {
        throw new UnsupportedOperationException("not built yet");
    }
}
