package io.habitus.analysis.log;

/**
 * Closing although the thread has been told to stop: an interrupted Kafka client would neither leave its group nor send
 * what it holds, and the next instance would have to wait until the session times out.
 */
public final class InOrder {

    private InOrder() {}

    /** Runs to its end; the interruption is there again afterwards. */
    public static void close(Runnable closing) {
        var interrupted = Thread.interrupted();
        try {
            closing.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
