package io.habitus.gateway.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What was found lately: looked up at most once in a while, however many ask, and by one of them at a time. */
final class Lately<T> {

    private final Supplier<T> lookUp;
    private final Duration freshFor;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private T found;
    private Instant foundAt = Instant.MIN;

    Lately(Supplier<T> lookUp, Duration freshFor, Clock clock) {
        this.lookUp = lookUp;
        this.freshFor = freshFor;
        this.clock = clock;
    }

    T get() {
        looking.lock();
        try {
            if (!clock.instant().isBefore(foundAt.plus(freshFor))) {
                found = lookUp.get();
                foundAt = clock.instant();
            }
            return found;
        } finally {
            looking.unlock();
        }
    }
}
