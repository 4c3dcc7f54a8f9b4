package io.habitus.gateway.services;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many questions are with one service at once; who comes beyond waits a while, in order. Without it a moment in which a
 * service is slow grows into one in which it is away: every waiting question opens a connection, more than the service
 * can accept, and those that are dropped come again with all that have come since.
 */
final class Turnstile {

    /** Who waits, for each place: nobody should stand in a line that is longer than the patience of those in it. */
    private static final int WAITING_FOR_EACH = 8;

    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int mostWaiting;
    private final Duration patience;

    /** @param patience how long somebody waits */
    Turnstile(int most, Duration patience) {
        this.places = new Semaphore(most, true);
        this.mostWaiting = most * WAITING_FOR_EACH;
        this.patience = patience;
    }

    /** False if there was no place in time, or too many wait for one; otherwise {@link #leave} follows. */
    boolean enter() throws InterruptedException {
        if (waiting.incrementAndGet() > mostWaiting) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        places.release();
    }
}
