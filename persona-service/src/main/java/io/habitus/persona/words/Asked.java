package io.habitus.persona.words;

import java.util.Set;

/**
 * What is asked of {@link Keyness}.
 *
 * @param except folded tokens that are no own words, nor their inflections, nor phrases with them: those of the watch's
 *     query, since by them its posts were chosen
 * @param beginnings folded; what begins so is no own word either
 * @param most how many words are told, 1 to 1,000
 * @param quotes how many quotes each word is given, 0 to 10
 * @param floor a word is told only if at least this many voices of the watch use it, from 2; so many must use it on both
 *     sides together to be tested
 * @param leastVoices a language is compared only with at least this many voices on either side
 * @param errorRate the most probability that chance alone brings any word at all into the answer, over 0 and
 *     below 1
 * @param association the least normalised pointwise mutual information of a phrase, -1 (never together) to 1 (only
 *     together)
 * @param explained a word is folded into a phrase that at least this share of its voices use, over 0, at most 1
 */
public record Asked(
        Set<String> except,
        Set<String> beginnings,
        int most,
        int quotes,
        int floor,
        int leastVoices,
        double errorRate,
        double association,
        double explained) {

    /** @throws IllegalArgumentException if a value is outside of its range */
    public Asked {
        except = Set.copyOf(except);
        beginnings = Set.copyOf(beginnings);
        require(most >= 1 && most <= 1_000, "most");
        require(quotes >= 0 && quotes <= 10, "quotes");
        require(floor >= 2, "floor");
        require(leastVoices >= floor, "leastVoices");
        require(errorRate > 0 && errorRate < 1, "errorRate");
        require(association >= -1 && association <= 1, "association");
        require(explained > 0 && explained <= 1, "explained");
    }

    /** The usual: 25 words, each of 5 voices at least, with 3 quotes; by chance any word in at most 1 answer of 20. */
    public static Asked usual() {
        return new Asked(Set.of(), Set.of(), 25, 3, 5, 30, 0.05, 0.6, 0.7);
    }

    /** The same, without the words of a query, and without what begins like its wildcards. */
    public Asked except(Set<String> folded, Set<String> foldedBeginnings) {
        return new Asked(folded, foldedBeginnings, most, quotes, floor, leastVoices, errorRate, association, explained);
    }

    /** The same, with at most so many words. */
    public Asked atMost(int words) {
        return new Asked(except, beginnings, words, quotes, floor, leastVoices, errorRate, association, explained);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is outside of its range");
        }
    }
}
