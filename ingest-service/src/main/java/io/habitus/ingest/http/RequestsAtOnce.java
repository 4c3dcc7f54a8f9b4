package io.habitus.ingest.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** So many requests bring posts at once; the others wait. What bounds the memory that lines are held in. */
public final class RequestsAtOnce {

    private final Semaphore places;
    private final Duration patience;

    public RequestsAtOnce(int most, Duration patience) {
        this.places = new Semaphore(most, true);
        this.patience = patience;
    }

    /**
     * Does it as soon as there is a place.
     *
     * @throws Busy if there is none for too long
     */
    <T> T run(Supplier<T> request) {
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
