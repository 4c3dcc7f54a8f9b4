package io.habitus.persona.views;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a follower of views has not been told yet: of every view only the newest version, so a slow follower skips what
 * has passed and never holds anybody up. For one reading thread; views come from another.
 */
public final class Following implements AutoCloseable {

    private final Predicate<String> follows;
    private final boolean onlyHeard;
    private final long begunAt;
    private final long wentLast;
    private final Consumer<Following> leave;
    private final Map<String, Version> untold = new HashMap<>();
    private boolean lost;

    /** @param onlyHeard whether a view of a watch that hears nothing at all counts as gone */
    Following(Predicate<String> follows, boolean onlyHeard, long begunAt, long wentLast, Consumer<Following> leave) {
        this.follows = follows;
        this.onlyHeard = onlyHeard;
        this.begunAt = begunAt;
        this.wentLast = wentLast;
        this.leave = leave;
    }

    /** The newest offset of VIEWS when following began; -1 if there was none. What comes first is as of then. */
    public long begunAt() {
        return begunAt;
    }

    /**
     * The newest offset of VIEWS at which, when following began, a view of the project had gone or may have; -1 if none
     * ever did. Whoever was told less may hold a view that is there no more, and nothing that comes says so.
     */
    public long wentLast() {
        return wentLast;
    }

    synchronized void take(Version version) {
        if (follows.test(version.key())) {
            boolean isGone = onlyHeard && NewestViews.hearsNothing(version.view());
            untold.put(version.key(), isGone ? new Version(version.offset(), version.key(), null) : version);
            notifyAll();
        }
    }

    synchronized void lose() {
        lost = true;
        notifyAll();
    }

    /** Whether VIEWS became another log: nothing that was told can be built upon. */
    public synchronized boolean isLost() {
        return lost;
    }

    /**
     * What is new, oldest first: whoever was told up to an offset was told the newest of everything up to there. Waits
     * until there is something.
     *
     * @param patience how long at most; then the list is empty
     */
    public synchronized List<Version> await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (untold.isEmpty() && !lost) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return List.of();
            }
            wait(left);
        }
        return drain();
    }

    /** What is new by now, oldest first, without waiting. */
    public synchronized List<Version> drain() {
        List<Version> drained = new ArrayList<>(untold.values());
        drained.sort(Comparator.comparingLong(Version::offset));
        untold.clear();
        return drained;
    }

    @Override
    public void close() {
        leave.accept(this);
    }
}
