package io.habitus.gateway.ledger;

import java.util.Optional;
import java.util.SortedMap;

/** Something that is written down for good: the newest event of each key, always at hand. */
public interface Ledger<V> {

    /** The newest event of a key, or nothing if there never was one. */
    Optional<V> newest(String key);

    /** The newest event of every key, sorted by key. A live view: it changes as others write. */
    SortedMap<String, V> all();

    /**
     * Writes an event down and returns once {@link #newest} gives it back.
     *
     * @throws LedgerAway if that took more than some seconds; the event may have been written all the same
     */
    void write(String key, V event);
}
