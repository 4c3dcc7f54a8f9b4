package io.habitus.bench.micro;

import io.habitus.analysis.watches.Watchlist;
import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.WatchEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One post against all watches, each of which asks for one word; one of them hears it. Cutting into tokens included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Matching {

    /** How many watches. */
    @Param({"50", "1000"})
    public int watches;

    private Watchlist list;
    private List<Published> posts;
    private int next;

    /** All watches are known. */
    @Setup(Level.Trial)
    public void listen() {
        list = new Watchlist();
        var now = Instant.parse("2026-11-01T00:00:00Z");
        for (int i = 0; i < watches; i++) {
            list.apply(new WatchEvent.Saved("default", "w" + i, 1, "w" + i, SomePosts.watchedWord(i), now, now), i);
        }
        posts = SomePosts.heardBy(watches);
        int hits = list.match(posts.getFirst()).size();
        if (hits != 1) {
            throw new IllegalStateException(hits + " watches hear a post, not 1");
        }
    }

    @TearDown(Level.Trial)
    public void end() throws IOException {
        list.close();
    }

    @Benchmark
    public Object match() {
        next = (next + 1) % posts.size();
        return list.match(posts.get(next));
    }
}
