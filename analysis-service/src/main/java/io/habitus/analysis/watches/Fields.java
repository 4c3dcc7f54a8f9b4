package io.habitus.analysis.watches;

/** The fields of a post in the matcher's memory. */
final class Fields {

    /** The folded tokens, each at its position. */
    static final String TOK = "tok";

    /** Beginnings of tokens. */
    static final String PREFIX = "prefix";

    /** Tags and handles. */
    static final String MARKS = "marks";

    static final String LANG = "lang";
    static final String SOURCE = "source";
    static final String TYPE = "type";

    private Fields() {}
}
