package io.habitus.allinone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A part that is kept alive: started again, after a wait, whenever it ends, until it is stopped. */
final class Supervised {

    private static final long LOG_BYTES = 10_000_000;
    private static final int HOPELESS_STARTS = 5;
    private static final Duration LOOK_WHILE_STARTING = Duration.ofMillis(250);
    private static final Duration LOOK_WHILE_RUNNING = Duration.ofSeconds(5);
    private static final Duration STILL_STARTING = Duration.ofSeconds(30);
    private static final Duration TERMINATE_WITHIN = Duration.ofSeconds(3);

    /** What a person sees of it. */
    enum State {
        WAITING,
        STARTING,
        READY,
        NOT_READY,
        RESTARTING,
        GIVEN_UP,
        STOPPED
    }

    private final Part part;
    private final RotatingLog log;
    private final Screen screen;
    private final Supervisor all;
    private final BackOff backOff = new BackOff();

    private Thread thread;
    private Process process;
    private State state = State.WAITING;
    private Instant startedAt;
    private boolean stopping;
    private boolean everReady;
    private boolean saidReady;
    private int restarts;
    private int failedStarts;
    private List<ProcessHandle> family = List.of();

    Supervised(Part part, Supervisor all, java.nio.file.Path logs, Screen screen) {
        this.part = part;
        this.all = all;
        this.log = new RotatingLog(logs, part.name(), LOG_BYTES);
        this.screen = screen;
    }

    Part part() {
        return part;
    }

    synchronized void start() {
        thread = Thread.ofPlatform().name("supervise-" + part.name()).start(this::supervise);
    }

    synchronized State state() {
        return state;
    }

    /** Whether it has been ready since this start of Habitus, though it may be restarting now. */
    synchronized boolean wasReady() {
        return everReady;
    }

    synchronized RunState.ProcessState describe() {
        long pid = process != null && process.isAlive() ? part.pidOf(process) : 0;
        return new RunState.ProcessState(
                part.name(),
                state,
                pid,
                startedAt,
                restarts,
                part.address(),
                log.file().toString());
    }

    /** Ends it in order, kills it when it takes too long, and returns when it is gone. */
    void stop() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
            notifyAll();
        }
        if (running != null && running.isAlive()) {
            screen.event(part.name(), "stopping");
            end(running, running.descendants().toList(), part.stopWithin());
        }
        awaitThread();
        enter(State.STOPPED);
    }

    /** Ends it at once; does not wait. */
    void kill() {
        Process running;
        synchronized (this) {
            stopping = true;
            running = process;
            notifyAll();
        }
        if (running != null) {
            List<ProcessHandle> below = running.descendants().toList();
            running.destroyForcibly();
            below.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void supervise() {
        try {
            if (!all.awaitReady(part.needs())) {
                return;
            }
            while (run()) {
                // Each turn is one life.
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            // Without its supervision the part would be gone and nobody would know.
            screen.event(part.name(), "cannot be supervised: " + broken);
            giveUp();
        }
    }

    /** @return whether to start it again */
    private boolean run() throws InterruptedException {
        Process started;
        try {
            started = begin();
        } catch (IOException | RuntimeException notStarted) {
            return again(Duration.ZERO, false, "could not be started (" + reason(notStarted) + ")");
        }
        if (started == null) {
            return false;
        }
        enter(State.STARTING);
        screen.event(part.name(), "starting");
        Thread.ofVirtual().name("log-" + part.name()).start(() -> keepLog(started));
        boolean wasReadyInThisLife = follow(started);
        Duration ran = Duration.between(startedAt, Instant.now());
        if (!isStopping()) {
            // What it has left running would stand in the way of the next.
            end(started, family, Duration.ZERO);
        }
        return again(ran, wasReadyInThisLife, "ended (" + why(started.exitValue()) + ")");
    }

    /** @return null if it shall not start any more */
    private synchronized Process begin() throws IOException {
        if (stopping) {
            return null;
        }
        process = part.command().get().start();
        startedAt = Instant.now();
        saidReady = false;
        family = List.of();
        return process;
    }

    /**
     * After a life, be it one that never began: a full disk or a lack of memory passes.
     *
     * @return whether to start it again, after the wait
     */
    private boolean again(Duration ran, boolean wasReadyInThisLife, String end) throws InterruptedException {
        Duration wait = backOff.afterRunning(ran);
        synchronized (this) {
            if (stopping) {
                return false;
            }
            failedStarts = wasReadyInThisLife ? 0 : failedStarts + 1;
            restarts++;
        }
        if (failedStarts >= HOPELESS_STARTS && !wasReady()) {
            screen.event(
                    part.name(), end + ", for the " + failedStarts + "th time before it was ready; see " + log.file());
            giveUp();
            return false;
        }
        enter(State.RESTARTING);
        screen.event(part.name(), end + ", again in " + wait.toSeconds() + " s; see " + log.file());
        return sleepUnlessStopping(wait);
    }

    /** Watches a process until it ends. */
    private boolean follow(Process running) throws InterruptedException {
        Instant begin = Instant.now();
        Instant nextRemark = begin.plus(STILL_STARTING);
        boolean ready = false;
        while (!running.waitFor((ready ? LOOK_WHILE_RUNNING : LOOK_WHILE_STARTING).toMillis(), TimeUnit.MILLISECONDS)) {
            // Known in advance: once it is gone, nobody can say any more who belonged to it.
            family = running.descendants().toList();
            boolean now = isReady();
            if (now && state() != State.READY && !isStopping()) {
                long seconds = Duration.between(begin, Instant.now()).toSeconds();
                screen.event(part.name(), ready ? "ready again" : "ready after " + seconds + " s");
                ready = true;
                enterReady();
            }
            if (!now && state() == State.READY && !isStopping()) {
                screen.event(part.name(), "does not answer");
                enter(State.NOT_READY);
            }
            if (!ready && Instant.now().isAfter(nextRemark) && !isStopping()) {
                screen.event(part.name(), "still starting; see " + log.file());
                nextRemark = Instant.now().plus(STILL_STARTING);
            }
        }
        return ready;
    }

    private boolean isReady() {
        return switch (part.readiness()) {
            case Readiness.Says _ -> hasSaidReady();
            case Readiness.Answers questions -> questions.now();
        };
    }

    private synchronized boolean hasSaidReady() {
        return saidReady;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private void enterReady() {
        synchronized (this) {
            everReady = true;
        }
        enter(State.READY);
    }

    private void giveUp() {
        enter(State.GIVEN_UP);
    }

    private void enter(State next) {
        synchronized (this) {
            state = next;
        }
        all.changed();
    }

    private void keepLog(Process source) {
        boolean told = false;
        try (BufferedReader lines = source.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (part.readiness() instanceof Readiness.Says(String words) && line.contains(words)) {
                    heardReady(source);
                }
                told = keep(line, told);
            }
        } catch (IOException _) {
            // The process is gone, and its output with it.
        }
    }

    private synchronized void heardReady(Process source) {
        // The last words of the life before do not count.
        saidReady |= source == process;
    }

    /** A log that cannot be written, as on a full disk, must not hold up who writes it. */
    private boolean keep(String line, boolean told) {
        try {
            synchronized (log) {
                log.write(line);
            }
            return false;
        } catch (IOException unwritable) {
            if (!told) {
                screen.event(part.name(), "log cannot be written: " + unwritable.getMessage());
            }
            return true;
        }
    }

    private synchronized boolean sleepUnlessStopping(Duration wait) throws InterruptedException {
        long until = System.nanoTime() + wait.toNanos();
        while (!stopping) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return true;
            }
            wait(left);
        }
        return false;
    }

    private static void end(Process process, List<ProcessHandle> family, Duration within) {
        try {
            process.getOutputStream().close();
            if (within.isPositive()) {
                if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroy();
                    process.waitFor(TERMINATE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
            process.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
            for (ProcessHandle member : family) {
                member.onExit().join();
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot end process " + process.pid(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private void awaitThread() {
        Thread running;
        synchronized (this) {
            running = thread;
        }
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** With what lies behind it, for the cause of a wrapped exception says more than its own sentence. */
    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null || String.valueOf(failure.getMessage()).contains(String.valueOf(cause.getMessage()))
                ? failure.getMessage()
                : failure.getMessage() + ": " + reason(cause);
    }

    private static String why(int status) {
        // As the shell says it: 128 and the number of the signal.
        return status > 128 ? "signal " + (status - 128) : "status " + status;
    }
}
