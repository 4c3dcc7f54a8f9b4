package io.habitus.tagging.linear;

import io.habitus.tagging.features.Features;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good or bad words are taken to be out of context, -4 to 4, and what that says of a whole text: {@value #SAID}
 * figures within -1 and 1. The sum is bounded as in VADER (Hutto and Gilbert 2014), a negated word turns with its factor.
 */
public final class Lexicon {

    /** Figures of one text. */
    public static final int SAID = 9;

    /** Of the words that a model may have without any. */
    static final Lexicon EMPTY = new Lexicon(new long[0], new byte[0]);

    private static final float NEGATED = -0.74f;
    private static final float STEPS = 30;

    private final long[] words;
    private final byte[] valences;

    /** @param words ascending */
    Lexicon(long[] words, byte[] valences) {
        this.words = words;
        this.valences = valences;
    }

    /** @param valences of words in lower case, -4 to 4 */
    public static Lexicon of(Map<String, Double> valences) {
        var byHash = new TreeMap<Long, Byte>();
        valences.forEach((word, valence) -> byHash.put(Features.hash(word), (byte) Math.round(valence * STEPS)));
        var words = new long[byHash.size()];
        var values = new byte[byHash.size()];
        int i = 0;
        for (var entry : byHash.entrySet()) {
            words[i] = entry.getKey();
            values[i++] = entry.getValue();
        }
        return new Lexicon(words, values);
    }

    int size() {
        return words.length;
    }

    long word(int i) {
        return words[i];
    }

    byte valence(int i) {
        return valences[i];
    }

    /** Puts into the first {@value #SAID} places of {@code into} what the words of this text say together. */
    public void say(Features features, float[] into) {
        float good = 0;
        float bad = 0;
        float best = 0;
        float worst = 0;
        float last = 0;
        int goodWords = 0;
        int badWords = 0;
        for (int i = 0; i < features.words(); i++) {
            int found = find(features.word(i));
            if (found < 0) {
                continue;
            }
            float valence = valences[found] / STEPS * (features.negated(i) ? NEGATED : 1);
            last = valence;
            if (valence > 0) {
                good += valence;
                goodWords++;
            } else {
                bad -= valence;
                badWords++;
            }
            best = Math.max(best, valence);
            worst = Math.min(worst, valence);
        }
        float sum = good - bad;
        float words = Math.max(1, features.words());
        into[0] = bounded(good);
        into[1] = bounded(bad);
        into[2] = bounded(sum);
        into[3] = best / 4;
        into[4] = worst / 4;
        into[5] = last / 4;
        into[6] = goodWords / words;
        into[7] = badWords / words;
        into[8] = goodWords + badWords == 0 ? 1 : 0;
    }

    private static float bounded(float sum) {
        return sum / (float) Math.sqrt(sum * sum + 15);
    }

    private int find(long word) {
        int low = 0;
        int high = words.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (words[middle] < word) {
                low = middle + 1;
            } else if (words[middle] > word) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1;
    }
}
