package io.habitus.tagging.features;

import java.util.Arrays;

/**
 * The features of one text, each hashed into one of 2^{@code bits} buckets, with how often it occurs. What falls into one
 * bucket is one feature. One object is filled for many texts, one after the other; not for several threads.
 */
public final class Features {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int bits;
    private int[] places = new int[2_048];
    private int[] buckets = new int[1_024];
    private int[] counts = new int[1_024];
    private int size;

    private long[] words = new long[128];
    private boolean[] negated = new boolean[128];
    private int wordCount;

    /** @param bits 8 to 24 */
    public Features(int bits) {
        this.bits = bits;
    }

    /** Forgets the text before. */
    void clear() {
        if (size > 0) {
            Arrays.fill(places, 0);
        }
        size = 0;
        wordCount = 0;
    }

    /** How many different ones there are. */
    public int size() {
        return size;
    }

    /** Bucket of the {@code i}th, in the order in which they were first seen; 0 to 2^bits - 1. */
    public int bucket(int i) {
        return buckets[i];
    }

    /** How often the {@code i}th occurs, at least 1. */
    public int count(int i) {
        return counts[i];
    }

    /** How many words and emoticons the text has, repeated ones counted again. */
    public int words() {
        return wordCount;
    }

    /** {@link #hash} of the {@code i}th word. */
    public long word(int i) {
        return words[i];
    }

    /** Whether the {@code i}th word is in the reach of a negation. */
    public boolean negated(int i) {
        return negated[i];
    }

    /** 64 bits of these characters. Stands in model files: another hash is another format. */
    public static long hash(CharSequence word) {
        long hash = SPREAD;
        for (int i = 0; i < word.length(); i++) {
            hash = with(hash, word.charAt(i));
        }
        return hash;
    }

    static long hash(char[] letters, int start, int end) {
        long hash = SPREAD;
        for (int i = start; i < end; i++) {
            hash = with(hash, letters[i]);
        }
        return hash;
    }

    static long start() {
        return SPREAD;
    }

    static long with(long hash, long more) {
        long mixed = (hash ^ more) * SPREAD;
        return mixed ^ (mixed >>> 32);
    }

    void addWord(long hash, boolean isNegated) {
        if (wordCount == words.length) {
            words = Arrays.copyOf(words, 2 * wordCount);
            negated = Arrays.copyOf(negated, 2 * wordCount);
        }
        words[wordCount] = hash;
        negated[wordCount++] = isNegated;
    }

    /** @param family tells apart what is hashed alike: a word and the same letters within another */
    void add(int family, long hash) {
        int bucket = (int) (with(hash, family) * SPREAD >>> (Long.SIZE - bits));
        int mask = places.length - 1;
        int place = (bucket * 0x9E3779B1 >>> 8) & mask;
        while (places[place] != 0) {
            int known = places[place] - 1;
            if (buckets[known] == bucket) {
                counts[known]++;
                return;
            }
            place = (place + 1) & mask;
        }
        if (size == buckets.length) {
            grow();
            add(family, hash);
            return;
        }
        buckets[size] = bucket;
        counts[size++] = 1;
        places[place] = size;
    }

    private void grow() {
        buckets = Arrays.copyOf(buckets, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
        places = new int[4 * size];
        int mask = places.length - 1;
        for (int i = 0; i < size; i++) {
            int place = (buckets[i] * 0x9E3779B1 >>> 8) & mask;
            while (places[place] != 0) {
                place = (place + 1) & mask;
            }
            places[place] = i + 1;
        }
    }
}
