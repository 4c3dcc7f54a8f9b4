package io.habitus.persona.words;

import java.util.Set;

/**
 * What is asked of {@link Keyness}.
 *
 * @param except what is no own word, nor its inflections, nor phrases with it: the words of the watch's query, since by
 *     them its posts were chosen
 * @param alike by which texts elsewhere are known that are of the same kind: they name what else the project watches.
 *     Words stand first that are more frequent than in these, too
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
        Naming except,
        Naming alike,
        int most,
        int quotes,
        int floor,
        int leastVoices,
        double errorRate,
        double association,
        double explained) {

    /** @throws IllegalArgumentException if a value is outside of its range */
    public Asked {
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
        return new Asked(Naming.NOTHING, Naming.NOTHING, 25, 3, 5, 30, 0.05, 0.6, 0.7);
    }

    /** The same, without the words of a query, and without what begins like its wildcards. */
    public Asked except(Set<String> folded, Set<String> foldedBeginnings) {
        return except(new Naming(folded, foldedBeginnings));
    }

    /** The same, without what is named. */
    public Asked except(Naming query) {
        return new Asked(query, alike, most, quotes, floor, leastVoices, errorRate, association, explained);
    }

    /** The same, with those words first that are more frequent than where these are named, too. */
    public Asked beside(Naming others) {
        return new Asked(except, others, most, quotes, floor, leastVoices, errorRate, association, explained);
    }

    /** The same, with at most so many words. */
    public Asked atMost(int words) {
        return new Asked(except, alike, words, quotes, floor, leastVoices, errorRate, association, explained);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what + " is outside of its range");
        }
    }
}
