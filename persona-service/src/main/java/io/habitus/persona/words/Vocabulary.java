package io.habitus.persona.words;

import io.habitus.tagging.Token;
import io.habitus.tagging.Tokens;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The terms of one language, numbered as they first come. Inflections of a word are one term; a tag and an emoji are terms
 * as they are. Handles, addresses, numbers and single letters are none. 20 to 30 bytes for each written form and each
 * term.
 */
final class Vocabulary {

    /** No term. */
    static final int NONE = -1;

    private static final char KEYCAP = 0x20E3;

    private final Stems stems;
    private final Naming except;
    private final Naming alike;
    private final Set<String> exceptStems = new HashSet<>();
    private final Numbers forms = new Numbers();
    private int[] termOfForm = new int[1 << 10];
    private final BitSet alikeForms = new BitSet();
    private final Numbers terms = new Numbers();
    private boolean[] isWord = new boolean[1 << 10];

    /** Without what is excepted, nor what shares its stem. */
    Vocabulary(String language, Asked asked) {
        this.stems = new Stems(language);
        this.except = asked.except();
        this.alike = asked.alike();
        except.words().forEach(word -> exceptStems.add(stems.of(word)));
    }

    /** Two words side by side, in this order. */
    static long phrase(int first, int second) {
        return ((long) first << 32) | second;
    }

    static int first(long phrase) {
        return (int) (phrase >>> 32);
    }

    static int second(long phrase) {
        return (int) phrase;
    }

    int size() {
        return terms.size();
    }

    /** A word, neither tag nor emoji. */
    boolean isWord(int term) {
        return isWord[term];
    }

    /** The same for the same term whatever came before it. */
    long lasting(int term) {
        return terms.key(term);
    }

    Reading read(String text) {
        var tokens = Tokens.of(text).all();
        int[] read = new int[tokens.size()];
        long[] phrases = new long[read.length];
        Arrays.fill(phrases, NONE);
        boolean isAlike = false;
        for (int i = 0; i < read.length; i++) {
            int form = form(text, tokens.get(i));
            read[i] = form < 0 ? NONE : termOfForm[form] - 2;
            isAlike |= form >= 0 && alikeForms.get(form);
            if (i > 0 && pairs(text, tokens.get(i - 1), read[i - 1], tokens.get(i), read[i])) {
                phrases[i - 1] = phrase(read[i - 1], read[i]);
            }
        }
        return new Reading(tokens, read, phrases, isAlike);
    }

    private boolean pairs(String text, Token token, int term, Token next, int nextTerm) {
        return term >= 0 && nextTerm >= 0 && isWord[term] && isWord[nextTerm] && Gaps.join(text, token, next);
    }

    /** The number of how a token is written, or -1. */
    private int form(String text, Token token) {
        if (isAddress(text, token)) {
            return NONE;
        }
        var written = token.mark() == null ? token.folded() : token.mark();
        int form = forms.of(Hash.of(written));
        if (form == termOfForm.length) {
            termOfForm = Arrays.copyOf(termOfForm, form * 2);
        }
        // A term and 2; 0 is a form that was not looked at yet.
        if (termOfForm[form] == 0) {
            termOfForm[form] = termOf(token) + 2;
            alikeForms.set(form, alike.isNamedBy(token.folded()));
        }
        return form;
    }

    private int termOf(Token token) {
        var folded = token.folded();
        if (except.isNamedBy(folded) || isNumber(folded)) {
            return NONE;
        }
        if (token.mark() != null) {
            return token.mark().charAt(0) == '@' ? NONE : number(token.mark(), false);
        }
        int first = folded.codePointAt(0);
        boolean word = (Character.isLetterOrDigit(first) || first == '_') && folded.indexOf(KEYCAP) < 0;
        if (!word) {
            return number(folded, false);
        }
        boolean single = folded.length() == Character.charCount(first);
        if (single || folded.startsWith("www.")) {
            return NONE;
        }
        var stem = stems.of(folded);
        return exceptStems.contains(stem) ? NONE : number(stem, true);
    }

    /** What is common to all forms of the term that these tokens are: the stem of each. */
    String common(List<Token> tokens) {
        return tokens.stream()
                .map(token -> token.mark() == null ? stems.of(token.folded()) : token.mark())
                .collect(Collectors.joining(" "));
    }

    private int number(String term, boolean word) {
        int number = terms.of(Hash.of(term));
        if (number >= isWord.length) {
            isWord = Arrays.copyOf(isWord, isWord.length * 2);
        }
        isWord[number] = word;
        return number;
    }

    private static boolean isAddress(String text, Token token) {
        return text.regionMatches(true, token.start(), "http://", 0, 7)
                || text.regionMatches(true, token.start(), "https://", 0, 8);
    }

    /** Digits, and what stands between them. */
    private static boolean isNumber(String folded) {
        boolean digits = false;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isDigit(c)) {
                digits = true;
            } else if (".,:;'’_".indexOf(c) < 0) {
                return false;
            }
        }
        return digits;
    }
}
