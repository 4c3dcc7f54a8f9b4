package io.habitus.analysis.watches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Ready-made terms, each at its position. */
final class TermStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<String> terms = new ArrayList<>();
    private int[] positions = new int[16];
    private int next;

    /**
     * Adds a term behind those that are there.
     *
     * @param position not less than that of the one before
     */
    void add(String text, int position) {
        if (terms.size() == positions.length) {
            positions = Arrays.copyOf(positions, 2 * positions.length);
        }
        positions[terms.size()] = position;
        terms.add(text);
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    @Override
    public boolean incrementToken() {
        if (next == terms.size()) {
            return false;
        }
        term.setEmpty().append(terms.get(next));
        increment.setPositionIncrement(positions[next] - (next == 0 ? -1 : positions[next - 1]));
        next++;
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }
}
