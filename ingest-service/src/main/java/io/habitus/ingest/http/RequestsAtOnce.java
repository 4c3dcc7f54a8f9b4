package io.habitus.ingest.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** So many requests bring posts at once; the others wait. What bounds the memory that lines are held in. */
public final class RequestsAtOnce {

    private final Semaphore places;
    private final Semaphore placesOfWholeBodies;
    private final Duration patience;

    /** @param wholeBodies how many of them may hold a long body whole, rather than line by line */
    public RequestsAtOnce(int most, int wholeBodies, Duration patience) {
        this.places = new Semaphore(most, true);
        this.placesOfWholeBodies = new Semaphore(wholeBodies, true);
        this.patience = patience;
    }

    /**
     * Does it as soon as there is a place.
     *
     * @throws Busy if there is none for too long
     */
    <T> T run(Supplier<T> request) {
        return run(request, places);
    }

    /** The same for one that holds a long body whole. It waits where it does not stand in the way of the others. */
    <T> T runWhole(Supplier<T> request) {
        return run(() -> run(request, places), placesOfWholeBodies);
    }

    private <T> T run(Supplier<T> request, Semaphore places) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return request.get();
        } finally {
            places.release();
        }
    }

    /** Others were in the way for too long. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
