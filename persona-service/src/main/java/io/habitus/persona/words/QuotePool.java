package io.habitus.persona.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fair sample of the places where a term is said: of each voice at most one, of all voices {@value #MOST} at most, by
 * the hash of the post's id, so that the order in which they come changes nothing.
 */
final class QuotePool {

    static final int MOST = 128;

    private static final Comparator<Place> BY_PLACE =
            Comparator.comparingLong(Place::hash).thenComparing(Place::postId);

    private final TreeMap<Place, Entry> entries = new TreeMap<>(BY_PLACE);
    private final Map<Long, Place> ofVoice = new HashMap<>();

    private record Place(long hash, String postId) {

        static Place of(Said said) {
            return new Place(Hash.of(said.postId()), said.postId());
        }
    }

    /**
     * @param words the quote, folded
     * @param told how many words of the answer it holds
     */
    record Entry(long voice, Quote quote, List<String> words, int told) {}

    /** Whether a quote of this utterance would be taken. */
    boolean wants(Said said) {
        var place = Place.of(said);
        var former = ofVoice.get(said.voice());
        if (former != null) {
            return BY_PLACE.compare(place, former) < 0;
        }
        return entries.size() < MOST || BY_PLACE.compare(place, entries.lastKey()) < 0;
    }

    /** Takes a quote that is wanted. */
    void add(Said said, Entry entry) {
        var former = ofVoice.remove(said.voice());
        if (former != null) {
            entries.remove(former);
        } else if (entries.size() == MOST) {
            ofVoice.remove(entries.pollLastEntry().getValue().voice());
        }
        var place = Place.of(said);
        entries.put(place, entry);
        ofVoice.put(said.voice(), place);
    }

    /** In an order that depends on the posts' ids only. */
    List<Entry> entries() {
        return List.copyOf(entries.values());
    }
}
