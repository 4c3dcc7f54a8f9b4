package io.habitus.simulator;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who used which own word, counted from the posts: distinct voices, each once. Deleted posts and reposts do not count.
 * Takes a bit for each voice and own word.
 */
public final class Usage {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<OwnWord> words;
    private final Map<String, BitSet> talkers = new HashMap<>();
    private final BitSet[] inside;
    private final BitSet[] outside;

    private Usage(List<OwnWord> words) {
        this.words = words;
        inside = new BitSet[words.size()];
        outside = new BitSet[words.size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = new BitSet();
            outside[i] = new BitSet();
        }
    }

    /** Counts these posts. */
    public static Usage of(List<OwnWord> words, Stream<SimulatedPost> posts) {
        var usage = new Usage(words);
        posts.forEach(usage::count);
        return usage;
    }

    /**
     * How one own word came out.
     *
     * @param voices who use it when they name the brand
     * @param ofVoices who name the brand in the word's language
     * @param otherVoices who use it in other talk
     * @param ofOtherVoices who take part in other talk in the word's language
     */
    public record Use(long voices, long ofVoices, long otherVoices, long ofOtherVoices) {

        /** Of the two shares, logarithm to base 2; half a voice is added to each count (Hardie 2014). */
        public double log2Ratio() {
            double share = (voices + .5) / (ofVoices + .5);
            double otherShare = (otherVoices + .5) / (ofOtherVoices + .5);
            return Math.log(share / otherShare) / Math.log(2);
        }
    }

    /** How this own word came out. */
    public Use use(OwnWord word) {
        return new Use(
                inside[word.number()].cardinality(),
                talkers(word.watch(), word.lang(), true).cardinality(),
                outside[word.number()].cardinality(),
                talkers(word.watch(), word.lang(), false).cardinality());
    }

    private void count(SimulatedPost post) {
        if (post.deleted() || post.isRepost() || post.author() == null) {
            return;
        }
        int voice = numbers.computeIfAbsent(post.author(), _ -> numbers.size());
        Map<String, Polarity> named = post.planted().opinions();
        for (int brand = 0; brand < Brands.COUNT; brand++) {
            String watch = Brands.watch(brand);
            talkers(watch, post.lang(), named.containsKey(watch)).set(voice);
        }
        for (int number : post.planted().ownWords()) {
            boolean in = named.containsKey(words.get(number).watch());
            (in ? inside : outside)[number].set(voice);
        }
    }

    private BitSet talkers(String watch, String lang, boolean inside) {
        return talkers.computeIfAbsent(watch + "/" + lang + "/" + inside, _ -> new BitSet());
    }
}
