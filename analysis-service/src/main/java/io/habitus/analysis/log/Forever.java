package io.habitus.analysis.log;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread of its own for work that never ends. If the work fails, the world is away or this program is wrong; either
 * way it begins again, after 0.2 seconds at first and 10 at most, until it is stopped. Stopping interrupts the work.
 */
public final class Forever implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Forever.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** Whoever worked that long has recovered from the fault before. */
    private static final Duration RECOVERED = Duration.ofMinutes(1);

    private static final Duration TO_STOP = Duration.ofSeconds(30);

    /** What is done for ever: it returns when it has nothing more to do, and throws when it cannot go on. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private final String name;
    private final Work work;
    private volatile Thread thread;
    private volatile boolean stopping;

    /** @param name of the thread, and in the log */
    public Forever(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public synchronized void start() {
        stopping = false;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    private void run() {
        var pause = FIRST_PAUSE;
        while (!stopping) {
            var began = System.nanoTime();
            try {
                work.run();
                return;
            } catch (Exception fault) {
                if (stopping) {
                    return;
                }
                // A stray interrupt must not spoil the next attempt.
                Thread.interrupted();
                if (System.nanoTime() - began > RECOVERED.toNanos()) {
                    pause = FIRST_PAUSE;
                }
                log.atWarn()
                        .addKeyValue("work", name)
                        .addKeyValue("retryIn", pause)
                        .setCause(fault)
                        .log("interrupted by a fault, will begin again");
                pause = rest(pause);
            }
        }
    }

    private Duration rest(Duration pause) {
        try {
            Thread.sleep(pause.plusMillis(ThreadLocalRandom.current().nextLong(100)));
        } catch (InterruptedException _) {
            // Only stop() interrupts, and the loop asks for that next.
            Thread.currentThread().interrupt();
        }
        var next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    @Override
    public synchronized void stop() {
        stopping = true;
        var running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            if (!running.join(TO_STOP)) {
                log.atWarn().addKeyValue("work", name).log("does not stop");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        var running = thread;
        return running != null && running.isAlive();
    }
}
