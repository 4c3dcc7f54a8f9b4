package io.habitus.tagging;

import java.util.List;
import java.util.Set;

/**
 * A post's title and text, cut once: matcher, own words and search index all use these tokens, so that stream and search
 * agree. Never fails, whatever the string holds.
 */
public final class Tokens {

    /** The most UTF-16 units of a folded token; the rest of a longer one is cut off. */
    public static final int LONGEST = 200;

    /** Positions between the last token of a title and the first of the text, so that no phrase spans both. */
    public static final int GAP = 1_000;

    private Tokens() {}

    /** The tokens of a post without title. */
    public static Tokens of(String text) {
        return of(null, text);
    }

    /**
     * The tokens of a post.
     *
     * @param title or null
     */
    public static Tokens of(String title, String text) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** In the order of their positions. */
    public List<Token> all() {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * What the search index holds: the folded tokens of the title (if it has any) and those of the text (if it has any),
     * each joined by single blanks. The index cuts them at white space, with a gap of {@link #GAP} between the values.
     */
    public List<String> values() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The tags and handles, for example {@code #bahn} and {@code @db_bahn}. */
    public Set<String> marks() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The token as written. */
    public String raw(Token token) {
        throw new UnsupportedOperationException("not built yet");
    }
}
