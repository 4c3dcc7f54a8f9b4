package io.habitus.ingest;

/**
 * How far a request was taken in.
 *
 * @param receipt of all lines before {@code nextLine}
 * @param nextLine the number of the first line that is not settled: go on there
 */
public record Taken(Receipt receipt, long nextLine, End end) {

    /** Why it went no further. */
    public enum End {
        /** All of it is settled. */
        COMPLETE,
        /** The broker was away for longer than we wait. */
        BROKER_AWAY,
        /** This service is being stopped. */
        CLOSING,
        /** The request's body broke off or cannot be unpacked. */
        BODY_BROKEN
    }
}
