package io.habitus.endtoend.recount;

import java.util.List;
import java.util.Locale;

/** One post, as far as a query can ask about it. */
public final class Said {

    private final List<List<Piece>> values;
    private final String lang;
    private final String source;
    private final String type;

    /**
     * @param title or null
     * @param lang as stated, or null
     */
    public Said(String title, String text, String lang, String source, String type) {
        values = title == null ? List.of(Pieces.of(text)) : List.of(Pieces.of(title), Pieces.of(text));
        this.lang = lang;
        this.source = source;
        this.type = type;
    }

    boolean word(String value) {
        return values.stream().flatMap(List::stream).anyMatch(piece -> piece.value()
                .equals(value));
    }

    boolean beginning(String letters) {
        return values.stream().flatMap(List::stream).anyMatch(piece -> piece.value()
                .startsWith(letters));
    }

    boolean mark(String mark) {
        return values.stream().flatMap(List::stream).anyMatch(piece -> mark.equals(piece.mark()));
    }

    /** These tokens, one directly after the other, in the title or in the text. */
    boolean phrase(List<String> tokens) {
        return values.stream().anyMatch(value -> holds(value, tokens));
    }

    boolean field(String name, String wanted) {
        String actual =
                switch (name) {
                    case "lang", "language" -> lang;
                    case "source" -> source;
                    case "type", "sourcetype" -> type;
                    default -> throw new IllegalArgumentException("no field " + name);
                };
        return wanted.toLowerCase(Locale.ROOT).equals(actual);
    }

    private static boolean holds(List<Piece> value, List<String> tokens) {
        for (int start = 0; start + tokens.size() <= value.size(); start++) {
            if (value.subList(start, start + tokens.size()).stream()
                    .map(Piece::value)
                    .toList()
                    .equals(tokens)) {
                return true;
            }
        }
        return false;
    }
}
