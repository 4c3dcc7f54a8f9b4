package io.habitus.allinone;

import java.time.Duration;

/** How long to wait before something that ended is started again: 1 s, then twice as long each time, up to 30 s. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration PROVEN = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** @param ran how long it ran before it ended; after a minute it has proven itself, and the next wait is short again */
    Duration afterRunning(Duration ran) {
        if (ran.compareTo(PROVEN) >= 0) {
            next = FIRST;
        }
        Duration wait = next;
        Duration doubled = wait.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return wait;
    }
}
