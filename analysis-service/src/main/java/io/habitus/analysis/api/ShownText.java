package io.habitus.analysis.api;

import io.habitus.tagging.Handles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A title or text as it may be shown: handles of private people masked, and the words a query is about at their places
 * in what is shown.
 *
 * @param text as shown
 * @param marked without overlaps, in order
 */
record ShownText(String text, List<Piece> marked) {

    /** From an offset, so many UTF-16 units. */
    record Piece(int offset, int length) {

        int end() {
            return offset + length;
        }
    }

    /** Everything as written. */
    static ShownText open(String written, List<Piece> marked) {
        return new ShownText(written, marked);
    }

    /**
     * Every handle masked that is not official.
     *
     * @param official handles in lower case without {@code @}
     * @param marked pieces of what was written
     */
    static ShownText masked(String written, List<Piece> marked, Set<String> official) {
        var hidden = handlesIn(written, official);
        if (hidden.isEmpty()) {
            return open(written, marked);
        }
        var shown = new StringBuilder(written.length());
        var done = 0;
        for (var handle : hidden) {
            shown.append(written, done, handle.offset()).append(Handles.MASK);
            done = handle.end();
        }
        shown.append(written, done, written.length());
        return new ShownText(shown.toString(), moved(marked, hidden));
    }

    private static List<Piece> handlesIn(String written, Set<String> official) {
        return Handles.in(written).stream()
                .filter(handle -> !beginsOfficially(handle.name().toLowerCase(Locale.ROOT), official))
                .map(handle -> new Piece(handle.start(), handle.end() - handle.start()))
                .toList();
    }

    /** "@db_bahn.Danke" is an official handle and a missing blank. */
    private static boolean beginsOfficially(String handle, Set<String> official) {
        return official.contains(handle)
                || official.stream()
                        .anyMatch(account -> handle.startsWith(account)
                                && !Character.isLetterOrDigit(handle.charAt(account.length()))
                                && handle.charAt(account.length()) != '_'
                                && handle.charAt(account.length()) != '@'
                                && handle.indexOf('@') < 0);
    }

    private static List<Piece> moved(List<Piece> marked, List<Piece> hidden) {
        var moved = new ArrayList<Piece>();
        var walk = new Walk(hidden);
        for (var piece : marked) {
            var start = walk.shownAt(piece.offset(), false);
            var end = walk.shownAt(piece.end(), true);
            var last = moved.isEmpty() ? null : moved.getLast();
            if (end > start && (last == null || start >= last.end())) {
                moved.add(new Piece(start, end - start));
            }
        }
        return moved;
    }

    /** Along a text and its handles, once: offsets are asked for in order. */
    private static final class Walk {

        private final List<Piece> hidden;
        private int next;
        private int shift;

        Walk(List<Piece> hidden) {
            this.hidden = hidden;
        }

        /** Where an offset of what was written lies in what is shown; inside of a mask, at its start or its end. */
        int shownAt(int offset, boolean asEnd) {
            while (next < hidden.size() && hidden.get(next).end() <= offset) {
                shift += Handles.MASK.length() - hidden.get(next).length();
                next++;
            }
            if (next < hidden.size() && hidden.get(next).offset() < offset) {
                var start = hidden.get(next).offset() + shift;
                return asEnd ? start + Handles.MASK.length() : start;
            }
            return offset + shift;
        }
    }
}
