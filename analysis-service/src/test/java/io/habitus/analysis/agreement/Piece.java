package io.habitus.analysis.agreement;

import java.util.Arrays;
import java.util.List;

/**
 * Something written, and the tokens it must be cut into.
 *
 * @param marks beside the tokens: {@code #bahn}, {@code @bahn}, or empty
 * @param bare whether a query can hold it without quotes
 * @param glues whether a neighbour may touch it without a blank
 */
record Piece(String written, List<String> tokens, List<String> marks, boolean bare, boolean glues) {

    static Piece word(String written, String... tokens) {
        return new Piece(
                written, List.of(tokens), Arrays.stream(tokens).map(_ -> "").toList(), true, false);
    }

    static Piece quoted(String written, String... tokens) {
        return new Piece(written, List.of(tokens), word("", tokens).marks, false, false);
    }

    static Piece marked(String written, String token, String mark) {
        return new Piece(written, List.of(token), List.of(mark), true, false);
    }

    static Piece emoji(String written, String token) {
        return new Piece(written, List.of(token), List.of(""), true, true);
    }

    Piece as(String otherwiseWritten) {
        return new Piece(otherwiseWritten, tokens, marks, bare, glues);
    }

    boolean isMarked() {
        return marks.size() == 1 && !marks.getFirst().isEmpty();
    }
}
