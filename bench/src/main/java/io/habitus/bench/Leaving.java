package io.habitus.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be closed before we end, however we end: the newest first, Ctrl-C included. */
final class Leaving implements AutoCloseable {

    private final Deque<AutoCloseable> kept = new ArrayDeque<>();
    private final Thread hook = new Thread(this::closeAll, "leave-nothing-behind");
    private boolean left;

    Leaving() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Closes it when we leave; at once if we are leaving. */
    <T extends AutoCloseable> T keep(T thing) {
        synchronized (this) {
            if (!left) {
                kept.push(thing);
                return thing;
            }
        }
        close(thing);
        throw new Refused("Interrupted.");
    }

    /** Whether we are on our way out: what fails from now on fails for that. */
    synchronized boolean isLeaving() {
        return left;
    }

    /** Closes all of it. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            closeAll();
        } catch (IllegalStateException interrupted) {
            // The hook does it; the JVM waits for it.
        }
    }

    private void closeAll() {
        synchronized (this) {
            left = true;
        }
        while (true) {
            AutoCloseable next;
            synchronized (this) {
                next = kept.poll();
            }
            if (next == null) {
                return;
            }
            close(next);
        }
    }

    private static void close(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception failed) {
            // The others must still be closed.
            System.err.println("habitus bench: " + failed.getMessage());
        }
    }
}
