package io.habitus.persona.wording;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Lets work of one thread begin only if all of it together takes no more than a share of one core: a bucket of working time
 * that fills by that share of the time that passes. It is full at first, so whoever opens a few watches does not wait.
 */
final class CoreShare {

    private final double share;
    private final long most;
    private final LongSupplier nanos;
    private double left;
    private long filled;

    /**
     * @param share of one core, over 0 to 1
     * @param most working time that is saved up while nothing is asked
     * @param nanos the time, from any beginning, as {@link System#nanoTime}
     */
    CoreShare(double share, Duration most, LongSupplier nanos) {
        this.share = share;
        this.most = most.toNanos();
        this.nanos = nanos;
        this.left = this.most;
        this.filled = nanos.getAsLong();
    }

    /** How long until work may begin; zero: now. */
    synchronized Duration untilNext() {
        fill();
        return left > 0 ? Duration.ZERO : Duration.ofNanos((long) (1 - left / share));
    }

    /** Work took so long, however long that was. */
    synchronized void took(Duration worked) {
        fill();
        left -= worked.toNanos();
    }

    private void fill() {
        long now = nanos.getAsLong();
        left = Math.min(most, left + share * (now - filled));
        filled = now;
    }
}
