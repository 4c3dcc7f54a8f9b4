package io.habitus.tagging.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@link PolarityFeatures} promises, written as plainly as can be: strings in lists, hashed at the end. Of the
 * program it asks only how a text is cut.
 */
public final class NaiveFeatures {

    private static final Set<String> GERMAN = Set.of("nicht", "kein", "keine", "nie", "ohne");
    private static final Set<String> ENGLISH = Set.of("not", "no", "never");
    private static final Set<String> TURNS = Set.of("aber", "sondern", "doch", "jedoch", "but", "however", "although");

    /** A word and whether it is negated. */
    public record Word(String word, boolean negated) {}

    private final List<String> kinds = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final Pieces pieces = new Pieces();
    private final Set<String> negators;

    public NaiveFeatures(String text, String language) {
        negators = language.equals("en") ? ENGLISH : GERMAN;
        pieces.cut(text);
        for (int i = 0; i < pieces.count; i++) {
            kinds.add(pieces.kinds[i].name());
            written.add(pieces.read(i));
        }
    }

    /** Words and emoticons, in their order. */
    public List<Word> words() {
        var negated = negated();
        var words = new ArrayList<Word>();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).equals("WORD") || kinds.get(i).equals("EMOTICON")) {
                words.add(new Word(written.get(i), negated[i]));
            }
        }
        return words;
    }

    /** Bucket to how often. */
    public Map<Integer, Integer> counts(int bits) {
        var counts = new HashMap<Integer, Integer>();
        var negated = negated();
        String before = null;
        for (int i = 0; i < kinds.size(); i++) {
            if (!isSaid(i)) {
                continue;
            }
            var word = written.get(i);
            count(1, hash(word), bits, counts);
            if (before != null) {
                count(2, mixed(hash(before), hash(word)), bits, counts);
            }
            before = word;
            if (kinds.get(i).equals("WORD")) {
                var bordered = " " + word.substring(0, Math.min(40, word.length())) + " ";
                for (int n = 2; n <= 5; n++) {
                    for (int from = 0; from + n <= bordered.length(); from++) {
                        count(3 + n, hash(bordered.substring(from, from + n)), bits, counts);
                    }
                }
                if (negated[i]) {
                    count(10, hash(word), bits, counts);
                }
            }
            face(i, bits, counts);
        }
        shape(bits, counts);
        return counts;
    }

    private void face(int i, int bits, Map<Integer, Integer> counts) {
        var word = written.get(i);
        if (kinds.get(i).equals("EMOTICON")) {
            count(11, Emoticons.face(word.toCharArray(), 0, word.length()).ordinal(), bits, counts);
        } else if (kinds.get(i).equals("EMOJI") && Face.of(word.codePointAt(0)) != Face.NONE) {
            count(11, Face.of(word.codePointAt(0)).ordinal(), bits, counts);
        }
    }

    private void shape(int bits, Map<Integer, Integer> counts) {
        var order = List.of(
                "EXCLAMATION", "QUESTION", "ELLIPSIS", "ADDRESS", "HANDLE", "HASHTAG", "EMOTICON", "EMOJI", "NUMBER");
        for (var kind : order) {
            int many = (int) kinds.stream().filter(kind::equals).count();
            shape(Kind.valueOf(kind).ordinal(), Math.min(3, many), bits, counts);
        }
        shape(100, Math.min(2, pieces.elongated), bits, counts);
        shape(101, Math.min(3, pieces.shouted), bits, counts);
        var said = kinds.stream().filter(kind -> !kind.equals("STOP")).toList();
        int length = 0;
        for (int border : new int[] {1, 3, 6, 10, 16, 25, 40, 80}) {
            length += said.size() > border ? 1 : 0;
        }
        shape(102, length + 1, bits, counts);
        shape(103, said.isEmpty() ? 0 : Kind.valueOf(said.getFirst()).ordinal() + 1, bits, counts);
        shape(104, said.isEmpty() ? 0 : Kind.valueOf(said.getLast()).ordinal() + 1, bits, counts);
    }

    private static void shape(int what, int howMuch, int bits, Map<Integer, Integer> counts) {
        if (howMuch > 0) {
            count(12, 1_000L * what + howMuch, bits, counts);
        }
    }

    private boolean isSaid(int i) {
        return Set.of("WORD", "NUMBER", "ADDRESS", "HANDLE", "HASHTAG", "EMOTICON", "EMOJI")
                .contains(kinds.get(i));
    }

    /** Four words behind a negator and two before it, up to the next sign or turn. */
    private boolean[] negated() {
        var negated = new boolean[kinds.size()];
        for (int i = 0; i < kinds.size(); i++) {
            if (!kinds.get(i).equals("WORD") || !isNegator(written.get(i))) {
                continue;
            }
            int left = 2;
            for (int j = i - 1; j >= 0 && left > 0 && isSaid(j); j--) {
                if (kinds.get(j).equals("WORD")) {
                    negated[j] = true;
                    left--;
                }
            }
            left = 4;
            for (int j = i + 1; j < kinds.size() && left > 0 && isSaid(j) && !TURNS.contains(written.get(j)); j++) {
                if (kinds.get(j).equals("WORD")) {
                    if (isNegator(written.get(j))) {
                        break;
                    }
                    negated[j] = true;
                    left--;
                }
            }
        }
        return negated;
    }

    private boolean isNegator(String word) {
        return negators.contains(word) || (negators == ENGLISH && word.endsWith("n't"));
    }

    private static void count(int family, long hash, int bits, Map<Integer, Integer> counts) {
        int bucket = (int) (mixed(hash, family) * 0x9E3779B97F4A7C15L >>> (64 - bits));
        counts.merge(bucket, 1, Integer::sum);
    }

    /** As the format has it: multiply and fold, character by character. */
    public static long hash(String word) {
        long hash = 0x9E3779B97F4A7C15L;
        for (char c : word.toCharArray()) {
            hash = mixed(hash, c);
        }
        return hash;
    }

    private static long mixed(long hash, long more) {
        long product = (hash ^ more) * 0x9E3779B97F4A7C15L;
        return product ^ (product >>> 32);
    }
}
