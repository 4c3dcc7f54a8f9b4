package io.habitus.commandline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What Ctrl-C does to a live run: it is stopped, and there is time to settle what is under way and to say how it went. */
final class Interruption implements AutoCloseable {

    private static final int SECONDS_TO_END = 15;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    Interruption(LiveRun run) {
        hook = new Thread(() -> {
            run.stop();
            try {
                ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Everything is said. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyLeaving) {
            // Then the hook has done its work.
        }
    }
}
