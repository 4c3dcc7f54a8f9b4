package io.habitus.gateway.ledger;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A ledger for tests that need no broker. It does what {@link LedgerContract} says. */
public final class LedgerInMemory<V> implements Ledger<V> {

    private final ConcurrentSkipListMap<String, V> newest = new ConcurrentSkipListMap<>();

    @Override
    public Optional<V> newest(String key) {
        return Optional.ofNullable(newest.get(key));
    }

    @Override
    public SortedMap<String, V> all() {
        return Collections.unmodifiableSortedMap(newest);
    }

    @Override
    public void write(String key, V event) {
        newest.put(key, event);
    }
}
