package io.habitus.tagging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A post's title and text, cut once: matcher, own words and search index all use these tokens, so that stream and search
 * agree. Never fails, whatever the string holds.
 */
public final class Tokens {

    /** The most UTF-16 units of a folded token; the rest of a longer one is cut off. */
    public static final int LONGEST = 200;

    /** Positions between the last token of a title and the first of the text, so that no phrase spans both. */
    public static final int GAP = 1_000;

    private final String title;
    private final String text;
    private final List<Token> all;
    private final int inTitle;

    private Tokens(String title, String text, List<Token> all, int inTitle) {
        this.title = title;
        this.text = text;
        this.all = all;
        this.inTitle = inTitle;
    }

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
        var all = new ArrayList<Token>();
        var folding = new Folding();
        if (title != null) {
            new Cutter(title, Token.Part.TITLE, 0, all, folding).cut();
        }
        int inTitle = all.size();
        int firstOfText = inTitle == 0 ? 0 : inTitle + GAP;
        new Cutter(text, Token.Part.TEXT, firstOfText, all, folding).cut();
        return new Tokens(title, text, Collections.unmodifiableList(all), inTitle);
    }

    /** In the order of their positions. */
    public List<Token> all() {
        return all;
    }

    /** Those of the title or of the text. */
    public List<Token> in(Token.Part part) {
        return switch (part) {
            case TITLE -> all.subList(0, inTitle);
            case TEXT -> all.subList(inTitle, all.size());
        };
    }

    /**
     * What the search index holds: the folded tokens of the title (if it has any) and those of the text (if it has any),
     * each joined by single blanks. The index cuts them at white space, with a gap of {@link #GAP} between the values.
     */
    public List<String> values() {
        return Stream.of(in(Token.Part.TITLE), in(Token.Part.TEXT))
                .filter(tokens -> !tokens.isEmpty())
                .map(tokens -> tokens.stream().map(Token::folded).collect(Collectors.joining(" ")))
                .toList();
    }

    /** The tags and handles, for example {@code #bahn} and {@code @db_bahn}, in the order of their first appearance. */
    public Set<String> marks() {
        var marks = new LinkedHashSet<String>();
        for (var token : all) {
            if (token.mark() != null) {
                marks.add(token.mark());
            }
        }
        return marks;
    }

    /** The token as written. */
    public String raw(Token token) {
        var value = token.part() == Token.Part.TITLE ? title : text;
        return value.substring(token.start(), token.end());
    }
}
