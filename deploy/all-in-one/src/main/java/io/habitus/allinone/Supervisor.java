package io.habitus.allinone;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps all parts of one Habitus alive, and writes down what runs. */
final class Supervisor {

    /** How it went. */
    enum Outcome {
        READY,
        GIVEN_UP,
        STOPPED
    }

    private final DataFolder folder;
    private final int port;
    private final boolean apart;
    private final Screen screen;
    private final Instant startedAt = Instant.now();
    private final Map<String, Supervised> parts = new LinkedHashMap<>();
    private boolean stopping;

    /**
     * @param parts in the order of their start; they are stopped in the reverse order
     * @param port of the gateway
     * @param apart whether each service has a process of its own
     */
    Supervisor(DataFolder folder, List<Part> parts, int port, boolean apart, Screen screen) {
        this.folder = folder;
        this.port = port;
        this.apart = apart;
        this.screen = screen;
        for (Part part : parts) {
            this.parts.put(part.name(), new Supervised(part, this, folder.logs(), screen));
        }
    }

    /** Starts each part as soon as what it needs is ready; does not wait. */
    void start() {
        changed();
        parts.values().forEach(Supervised::start);
    }

    /** Returns when every part is ready, when one has been given up, or when we were told to stop. */
    synchronized Outcome awaitReady() throws InterruptedException {
        while (true) {
            if (stopping) {
                return Outcome.STOPPED;
            }
            if (has(Supervised.State.GIVEN_UP)) {
                return Outcome.GIVEN_UP;
            }
            if (allReady()) {
                return Outcome.READY;
            }
            wait();
        }
    }

    /** Returns when we were told to stop, or when a part has been given up. */
    synchronized Outcome awaitEnd() throws InterruptedException {
        while (!stopping) {
            if (has(Supervised.State.GIVEN_UP)) {
                return Outcome.GIVEN_UP;
            }
            wait();
        }
        return Outcome.STOPPED;
    }

    /** @return whether the parts of these names have been ready; false if we are stopping */
    synchronized boolean awaitReady(Collection<String> needed) throws InterruptedException {
        while (!stopping) {
            if (needed.stream().map(parts::get).allMatch(Supervised::wasReady)) {
                return true;
            }
            wait();
        }
        return false;
    }

    /** Ends the wait of all who wait; the parts are stopped by {@link #stopParts()}. */
    synchronized void stop() {
        stopping = true;
        notifyAll();
    }

    /** Stops what was started last first, and returns when nothing is left. */
    void stopParts() {
        stop();
        parts.values().stream().toList().reversed().forEach(Supervised::stop);
        RunState.clear(folder.run());
    }

    /** Ends everything at once. */
    void kill() {
        stop();
        parts.values().forEach(Supervised::kill);
    }

    /** A part has entered another state. */
    void changed() {
        synchronized (this) {
            notifyAll();
        }
        writeState();
    }

    private void writeState() {
        // One after the other, so that the last one written is the newest.
        synchronized (folder) {
            RunState state = new RunState(
                    url(),
                    port,
                    ProcessHandle.current().pid(),
                    startedAt,
                    allReady(),
                    apart,
                    folder.path().toString(),
                    parts.values().stream().map(Supervised::describe).toList());
            try {
                state.write(folder.run());
            } catch (IOException unwritable) {
                // Most likely a full disk: what runs goes on.
                screen.event("supervisor", "state cannot be written: " + unwritable.getMessage());
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    private boolean allReady() {
        return parts.values().stream().allMatch(part -> part.state() == Supervised.State.READY);
    }

    private boolean has(Supervised.State state) {
        return parts.values().stream().anyMatch(part -> part.state() == state);
    }
}
