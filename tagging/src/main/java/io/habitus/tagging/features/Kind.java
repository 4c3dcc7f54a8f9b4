package io.habitus.tagging.features;

/** What a piece of a post is to those who judge it. */
enum Kind {
    WORD,
    NUMBER,
    ADDRESS,
    HANDLE,
    /** Without its #; its parts follow as words. */
    HASHTAG,
    EMOTICON,
    EMOJI,
    /** Ends what a negation reaches. */
    STOP,
    /** A run of exclamation marks, also mixed with question marks. */
    EXCLAMATION,
    QUESTION,
    ELLIPSIS;

    /** Whether it stands in a row with its neighbours, as one of two. */
    boolean isSaid() {
        return ordinal() <= EMOJI.ordinal();
    }
}
