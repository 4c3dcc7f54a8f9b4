package io.habitus.tagging.features;

/**
 * What is looked at to tell a text's language: its words, and the 1 to 5 letters within them. Addresses, handles, tags,
 * numbers and emoji belong to no language. One object is used for many texts, one after the other; not for several
 * threads.
 */
public final class LanguageFeatures {

    private static final int WORD = 1;
    private static final int LETTERS = 3;
    private static final int LONGEST = 5;
    private static final int LONGEST_WORD = 40;
    private static final char BORDER = ' ';

    private final Pieces pieces = new Pieces();
    private int wordCount;

    /** Puts the features of this text into {@code into}, in place of what was there. */
    public void of(String text, Features into) {
        into.clear();
        pieces.cut(text);
        wordCount = 0;
        for (int i = 0; i < pieces.count; i++) {
            boolean ofTag = i > 0 && pieces.kinds[i - 1] == Kind.HASHTAG;
            if (pieces.kinds[i] == Kind.WORD && !ofTag) {
                wordCount++;
                into.add(WORD, Features.hash(pieces.letters, pieces.starts[i], pieces.ends[i]));
                letters(pieces.starts[i], Math.min(pieces.ends[i], pieces.starts[i] + LONGEST_WORD), into);
            }
        }
    }

    /** Whether most letters of the last text are of another script than the Latin one. */
    public boolean isForeign() {
        return pieces.foreign > pieces.latin;
    }

    /** Words of the last text that belong to a language. */
    public int words() {
        return wordCount;
    }

    private void letters(int start, int end, Features into) {
        for (int from = start - 1; from < end; from++) {
            long hash = Features.start();
            for (int n = 1; n <= LONGEST && from + n <= end + 1; n++) {
                int last = from + n - 1;
                boolean border = last < start || last == end;
                hash = Features.with(hash, border ? BORDER : pieces.letters[last]);
                if (n > 1 || !border) {
                    into.add(LETTERS + n, hash);
                }
            }
        }
    }
}
