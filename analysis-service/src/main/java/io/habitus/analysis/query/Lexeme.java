package io.habitus.analysis.query;

/** A piece of a query as typed, between two offsets in UTF-16 units. */
record Lexeme(Kind kind, int start, int end) {

    enum Kind {
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        MINUS,
        PROXIMITY,
        /** A field's name and its colon. */
        FIELD,
        /** With its quotes. */
        PHRASE,
        /** Anything else between blanks: a word, tag, handle, emoji, prefix or value. */
        WORD,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean beginsOperand() {
        return switch (kind) {
            case OPEN, NOT, MINUS, FIELD, PHRASE, WORD -> true;
            case CLOSE, AND, OR, PROXIMITY, END -> false;
        };
    }

    int length() {
        return end - start;
    }
}
