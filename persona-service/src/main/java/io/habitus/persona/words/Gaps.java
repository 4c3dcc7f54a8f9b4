package io.habitus.persona.words;

import io.habitus.tagging.Handles;
import io.habitus.tagging.Token;

/** What stands between two adjacent tokens of a text. */
final class Gaps {

    private Gaps() {}

    /** Nothing but blanks and trade marks, or one hyphen: the two can be a phrase. */
    static boolean join(String text, Token token, Token next) {
        if (next.start() - token.end() == 1 && isHyphen(text.charAt(token.end()))) {
            return true;
        }
        for (int i = token.end(); i < next.start(); i++) {
            switch (text.charAt(i)) {
                case ' ', '\t', '\u00A0', '\u202F', '®', '™', '©' -> {}
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    /** The end of a sentence or a line. */
    static boolean endSentence(String text, Token token, Token next) {
        for (int i = token.end(); i < next.start(); i++) {
            switch (text.charAt(i)) {
                case '.', '!', '?', '…', '\n', '\r', '\u2028', '\u2029', '。', '！', '？', '؟', '۔', '।' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /**
     * Neither the end of a line nor a masked handle. Title and text are lines of their own, and whether a handle is masked
     * depends on who reads: what holds neither stands unchanged in one of both, whoever is shown it.
     */
    static boolean quoteTogether(String text, Token token, Token next) {
        var gap = text.substring(token.end(), next.start());
        return gap.indexOf('\n') < 0 && gap.indexOf('\r') < 0 && !gap.contains(Handles.MASK);
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }
}
