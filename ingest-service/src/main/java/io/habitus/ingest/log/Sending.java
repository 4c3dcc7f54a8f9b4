package io.habitus.ingest.log;

/** A post on its way into the log. */
public interface Sending {

    /** Whether the log holds the same already, or will when an earlier sending arrives; then nothing was sent. */
    boolean isRepeat();

    /** Whether {@link #arrival} would answer at once. */
    boolean isDone();

    /** Waits until the broker has acknowledged it or given up. Must be called once for each sending. */
    Arrival arrival();

    /** How a sending ended. */
    enum Arrival {
        /** It is in the log, on all replicas in sync. */
        ACKNOWLEDGED,
        /** Nobody knows: the broker was away for as long as we wait. To be sent again, which is harmless. */
        BROKER_AWAY,
        /** The broker is there and refuses a value of this size. */
        TOO_LARGE
    }
}
