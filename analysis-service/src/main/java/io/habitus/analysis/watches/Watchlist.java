package io.habitus.analysis.watches;

import io.habitus.contracts.PostEvent;
import io.habitus.contracts.WatchEvent;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;

/**
 * The watches of all projects, each post against all of them. Thread-safe; a post is matched against the list as it was
 * before or after a change, never in between.
 */
public final class Watchlist implements Closeable {

    /** A watch that hears a post, in the version that heard it. */
    public record Hit(String project, String watch, long version) {}

    /**
     * Takes over a change. A query that cannot be read is kept as a watch that hears nothing, see {@link #unreadable()}.
     *
     * @param offset of the event in WATCHES; an offset at or before the last one applied is ignored (a replay)
     */
    public void apply(WatchEvent event, long offset) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The offset of the newest change that posts are matched with, -1 before the first. */
    public long appliedUpTo() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Waits until the change at this offset is applied; false if that took longer than {@code atMost}. */
    public boolean awaitApplied(long offset, Duration atMost) throws InterruptedException {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The watches that hear this post, sorted by project and id; a post that belongs to a project, only that one's. */
    public List<Hit> match(PostEvent.Published post) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The watches whose query cannot be read; they hear nothing. */
    public List<Hit> unreadable() {
        throw new UnsupportedOperationException("not built yet");
    }

    @Override
    public void close() {}
}
