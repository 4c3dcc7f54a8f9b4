package io.habitus.tagging.features;

/**
 * What is looked at to tell how a text speaks: words and pairs of words, the 2 to 5 letters within words, words in the
 * reach of a negation, faces, and the text's shape. Training and judging both ask here, and only here. One object is used
 * for many texts, one after the other; not for several threads.
 */
public final class PolarityFeatures {

    /** The families of features; they stand in model files, so a number once used keeps its meaning. */
    static final int WORD = 1;

    static final int PAIR = 2;
    /** Of n letters: this number and n more. */
    static final int LETTERS = 3;

    static final int NEGATED = 10;
    static final int FACE = 11;
    static final int SHAPE = 12;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    /** Of a longer word only the beginning is looked into. */
    private static final int LONGEST_WORD = 40;

    private static final char BORDER = ' ';
    private static final int[] LENGTHS = {1, 3, 6, 10, 16, 25, 40, 80};

    private final Pieces pieces = new Pieces();
    private final Negation negation;
    private boolean[] negated = new boolean[256];

    /** @param language whose negations are known: {@code de} or {@code en} */
    public PolarityFeatures(String language) {
        negation = Negation.of(language);
    }

    /** Puts the features of this text into {@code into}, in place of what was there. */
    public void of(String text, Features into) {
        into.clear();
        pieces.cut(text);
        if (negated.length < pieces.count) {
            negated = new boolean[2 * pieces.count];
        }
        negation.mark(pieces, negated);
        words(into);
        shape(into);
    }

    private void words(Features into) {
        long before = 0;
        boolean behind = false;
        for (int i = 0; i < pieces.count; i++) {
            var kind = pieces.kinds[i];
            if (!kind.isSaid()) {
                continue;
            }
            int start = pieces.starts[i];
            int end = pieces.ends[i];
            long hash = Features.hash(pieces.letters, start, end);
            into.add(WORD, hash);
            if (behind) {
                into.add(PAIR, Features.with(before, hash));
            }
            before = hash;
            behind = true;
            switch (kind) {
                case WORD -> {
                    into.addWord(hash, negated[i]);
                    letters(start, Math.min(end, start + LONGEST_WORD), into);
                    if (negated[i]) {
                        into.add(NEGATED, hash);
                    }
                }
                case EMOTICON -> {
                    into.addWord(hash, negated[i]);
                    into.add(FACE, Emoticons.face(pieces.letters, start, end).ordinal());
                }
                case EMOJI -> {
                    var face = Face.of(Character.codePointAt(pieces.letters, start, end));
                    if (face != Face.NONE) {
                        into.add(FACE, face.ordinal());
                    }
                }
                default -> {}
            }
        }
    }

    /** As if the word had a blank on either side. */
    private void letters(int start, int end, Features into) {
        for (int from = start - 1; from < end; from++) {
            long hash = Features.start();
            for (int n = 1; n <= LONGEST && from + n <= end + 1; n++) {
                int last = from + n - 1;
                hash = Features.with(hash, last < start || last == end ? BORDER : pieces.letters[last]);
                if (n >= SHORTEST) {
                    into.add(LETTERS + n, hash);
                }
            }
        }
    }

    private void shape(Features into) {
        int said = 0;
        int first = -1;
        int last = -1;
        var of = new int[Kind.values().length];
        for (int i = 0; i < pieces.count; i++) {
            of[pieces.kinds[i].ordinal()]++;
            if (pieces.kinds[i] == Kind.STOP) {
                continue;
            }
            said++;
            last = pieces.kinds[i].ordinal();
            if (first < 0) {
                first = last;
            }
        }
        for (var kind : SHOWN) {
            shape(kind.ordinal(), Math.min(of[kind.ordinal()], 3), into);
        }
        shape(100, Math.min(pieces.elongated, 2), into);
        shape(101, Math.min(pieces.shouted, 3), into);
        int length = 0;
        while (length < LENGTHS.length && said > LENGTHS[length]) {
            length++;
        }
        shape(102, length + 1, into);
        shape(103, first + 1, into);
        shape(104, last + 1, into);
    }

    private static final Kind[] SHOWN = {
        Kind.EXCLAMATION,
        Kind.QUESTION,
        Kind.ELLIPSIS,
        Kind.ADDRESS,
        Kind.HANDLE,
        Kind.HASHTAG,
        Kind.EMOTICON,
        Kind.EMOJI,
        Kind.NUMBER
    };

    private static void shape(int what, int howMuch, Features into) {
        if (howMuch > 0) {
            into.add(SHAPE, 1_000L * what + howMuch);
        }
    }
}
