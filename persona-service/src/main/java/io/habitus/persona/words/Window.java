package io.habitus.persona.words;

import io.habitus.tagging.Token;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words around a term that are quoted: its sentence, if that has not too many words; more than its sentence, if that
 * has too few to tell anything; but never more than stands unchanged in title or text, see {@link Gaps#quoteTogether}.
 *
 * @param from the first token
 * @param to the last token
 */
record Window(int from, int to) {

    private static final int FEWEST_WORDS = 5;
    private static final int MOST_WORDS = 16;
    private static final int MOST_UNITS = 280;

    /** The window of the term in these tokens, or null if the term alone is too long to be quoted. */
    static Window around(String text, List<Token> tokens, int first, int last) {
        if (tokens.get(last).end() - tokens.get(first).start() > MOST_UNITS) {
            return null;
        }
        int from = first;
        int to = last;
        boolean grows = true;
        while (grows && to - from + 1 < MOST_WORDS) {
            grows = false;
            boolean few = to - from + 1 < FEWEST_WORDS;
            if (from > 0
                    && fits(tokens, from - 1, to)
                    && Gaps.quoteTogether(text, tokens.get(from - 1), tokens.get(from))
                    && (few || !Gaps.endSentence(text, tokens.get(from - 1), tokens.get(from)))) {
                from--;
                grows = true;
            }
            boolean room = to - from + 1 < MOST_WORDS && to + 1 < tokens.size() && fits(tokens, from, to + 1);
            if (room
                    && Gaps.quoteTogether(text, tokens.get(to), tokens.get(to + 1))
                    && (few || !Gaps.endSentence(text, tokens.get(to), tokens.get(to + 1)))) {
                to++;
                grows = true;
            }
        }
        return new Window(from, to);
    }

    private static boolean fits(List<Token> tokens, int from, int to) {
        return tokens.get(to).end() - tokens.get(from).start() <= MOST_UNITS;
    }

    /**
     * The quote, and what it is chosen by.
     *
     * @param places for each token the place of its word in the answer, or -1
     */
    QuotePool.Entry cut(Said said, List<Token> tokens, int[] places) {
        var text = said.shownText();
        int start = tokens.get(from).start();
        int end = tokens.get(to).end();
        int startByte = bytes(text, 0, start);
        var quote = new Quote(
                said.postId(), text.substring(start, end), start, end, startByte, startByte + bytes(text, start, end));
        var words = tokens.subList(from, to + 1).stream().map(Token::folded).toList();
        Set<Integer> told = new HashSet<>();
        for (int i = from; i <= to; i++) {
            if (places[i] >= 0) {
                told.add(places[i]);
            }
        }
        return new QuotePool.Entry(said.voice(), quote, words, told.size());
    }

    private static int bytes(String text, int start, int end) {
        return text.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
    }
}
