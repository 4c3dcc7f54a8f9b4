package io.habitus.bench;

import java.time.Duration;

/** Waiting between two looks. */
final class Pause {

    /** @throws Refused if we are to end */
    static void of(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted.", interrupted);
        }
    }

    private Pause() {}
}
