package io.habitus.analysis.watches;

import io.habitus.analysis.query.Parsed;
import io.habitus.analysis.query.Query;
import io.habitus.analysis.query.QueryParser;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.WatchEvent;
import io.habitus.tagging.Tokens;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.monitor.TermWeightor;
import org.apache.lucene.search.IndexSearcher;

/**
 * The watches of all projects, each post against all of them. Thread-safe; a post is matched against the list as it was
 * before or after a change, never in between.
 */
public final class Watchlist implements Closeable {

    private static final Comparator<Hit> BY_NAME =
            Comparator.comparing(Hit::project).thenComparing(Hit::watch);

    /**
     * Which term of a query a post must hold before the query is looked at: the longest, for it is the rarest; a
     * language, source or kind only when there is nothing else, for every post has one.
     */
    private static final TermWeightor RAREST = TermWeightor.combine(
            TermWeightor.DEFAULT,
            TermWeightor.fieldWeightor(0.5, Fields.PREFIX),
            TermWeightor.fieldWeightor(0.001, Fields.LANG, Fields.SOURCE, Fields.TYPE));

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Condition applied = lock.writeLock().newCondition();
    private final Map<String, Watch> watches = new HashMap<>();
    private final Map<String, Integer> watchesOfProjects = new HashMap<>();
    private final PlainWatches plain = new PlainWatches();
    /** Of the watches the monitor has. */
    private final Vocabulary vocabulary = new Vocabulary();
    /**
     * Lucene's own limit is 1,024, and it counts more clauses than a query has: a NOT inside an OR is two. What it
     * refuses would cost the post all other watches. Ours is the length of a query.
     */
    private static final int MOST_CLAUSES = 1 << 16;

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final Monitor monitor;

    /** Changes the monitor does not know yet: it takes many at once as fast as one. */
    private final Map<String, Watch> pending = new LinkedHashMap<>();

    private volatile boolean isPending;
    private volatile long appliedUpTo = -1;
    private volatile Set<String> projects = Set.of();

    /** A watch that hears a post, in the version that heard it. */
    public record Hit(String project, String watch, long version) {}

    /** A watch as it now is; without query if that cannot be read, or if the watch is removed. */
    private record Watch(Hit hit, Query query) {

        boolean isPlain() {
            return query != null && PlainWatches.isPlain(query);
        }

        boolean isForTheMonitor() {
            return query != null && !PlainWatches.isPlain(query);
        }
    }

    /** Without any watch. */
    public Watchlist() {
        try {
            monitor = new Monitor(new KeywordAnalyzer(), new TermFilteredPresearcher(RAREST, List.of(), Set.of()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory", impossible);
        }
    }

    /**
     * Takes over a change. A query that cannot be read is kept as a watch that hears nothing, see {@link #unreadable()}.
     *
     * @param offset of the event in WATCHES; an offset at or before the last one applied is ignored (a replay)
     */
    public void apply(WatchEvent event, long offset) {
        lock.writeLock().lock();
        try {
            if (offset <= appliedUpTo) {
                return;
            }
            switch (event) {
                case WatchEvent.Saved saved -> replace(saved, watch(saved));
                case WatchEvent.Removed removed -> replace(removed, null);
            }
            appliedUpTo = offset;
            applied.signalAll();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static Watch watch(WatchEvent.Saved saved) {
        var hit = new Hit(saved.project(), saved.watch(), saved.version());
        return switch (QueryParser.parse(saved.query())) {
            case Parsed.Accepted accepted -> new Watch(hit, accepted.query());
            case Parsed.Refused _ -> new Watch(hit, null);
        };
    }

    private void replace(WatchEvent event, Watch now) {
        var key = event.project() + "/" + event.watch();
        var before = now == null ? watches.remove(key) : watches.put(key, now);
        if (before != null) {
            forget(key, before);
        }
        if (now != null) {
            learn(key, now);
        }
        if ((before == null) != (now == null)) {
            countFor(event.project(), now == null ? -1 : 1);
        }
        if ((before != null && before.isForTheMonitor()) || (now != null && now.isForTheMonitor())) {
            pending.put(key, now);
            isPending = true;
        }
    }

    private void forget(String key, Watch watch) {
        if (watch.isPlain()) {
            plain.remove(key, watch.query);
        } else if (watch.isForTheMonitor()) {
            vocabulary.remove(watch.query);
        }
    }

    private void learn(String key, Watch watch) {
        if (watch.isPlain()) {
            plain.add(key, watch.query);
        } else if (watch.isForTheMonitor()) {
            vocabulary.add(watch.query);
        }
    }

    private void countFor(String project, int difference) {
        watchesOfProjects.compute(project, (_, count) -> {
            var now = (count == null ? 0 : count) + difference;
            return now == 0 ? null : now;
        });
        if (projects.contains(project) != watchesOfProjects.containsKey(project)) {
            projects = Set.copyOf(watchesOfProjects.keySet());
        }
    }

    /** The projects that have a watch. */
    public Set<String> projects() {
        return projects;
    }

    /** The offset of the newest change that posts are matched with, -1 before the first. */
    public long appliedUpTo() {
        return appliedUpTo;
    }

    /** Waits until the change at this offset is applied; false if that took longer than {@code atMost}. */
    public boolean awaitApplied(long offset, Duration atMost) throws InterruptedException {
        lock.writeLock().lock();
        try {
            long nanos = atMost.toNanos();
            while (appliedUpTo < offset) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = applied.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The watches that hear this post, sorted by project and id; a post that belongs to a project, only that one's. */
    public List<Hit> match(PostEvent.Published post) {
        var tokens = Tokens.of(post.title(), post.text());
        lockForReading();
        try {
            var hearing = new HashSet<>(plain.hearing(tokens));
            var document = PostDocument.of(post, tokens, vocabulary);
            if (document != null) {
                addHearing(document, hearing);
            }
            return hits(hearing, mayHear(post));
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory", impossible);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Goes on to this offset without a change: the event there cannot be read, and nobody shall wait for it. */
    public void skip(long offset) {
        lock.writeLock().lock();
        try {
            appliedUpTo = Math.max(appliedUpTo, offset);
            applied.signalAll();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static Predicate<Hit> mayHear(PostEvent.Published post) {
        return post.project() == null ? _ -> true : hit -> hit.project().equals(post.project());
    }

    private void addHearing(Document document, Set<String> hearing) throws IOException {
        MatchingQueries<QueryMatch> matches = monitor.match(document, QueryMatch.SIMPLE_MATCHER);
        if (!matches.getErrors().isEmpty()) {
            var failed = matches.getErrors().entrySet().iterator().next();
            throw new IllegalStateException("watch " + failed.getKey() + " could not be matched", failed.getValue());
        }
        for (var match : matches.getMatches()) {
            hearing.add(match.getQueryId());
        }
    }

    private List<Hit> hits(Set<String> hearing, Predicate<Hit> mayHear) {
        var hits = new ArrayList<Hit>(hearing.size());
        for (var watch : hearing) {
            var hit = watches.get(watch).hit;
            if (mayHear.test(hit)) {
                hits.add(hit);
            }
        }
        hits.sort(BY_NAME);
        return hits;
    }

    /** Takes the read lock, with no change pending. */
    private void lockForReading() {
        lock.readLock().lock();
        while (isPending) {
            lock.readLock().unlock();
            tellMonitor();
            lock.readLock().lock();
        }
    }

    private void tellMonitor() {
        lock.writeLock().lock();
        try {
            var heard = new ArrayList<MonitorQuery>();
            var silent = new ArrayList<String>();
            pending.forEach((key, watch) -> {
                if (watch == null || !watch.isForTheMonitor()) {
                    silent.add(key);
                } else {
                    heard.add(new MonitorQuery(key, StreamQuery.of(watch.query)));
                }
            });
            monitor.register(heard);
            monitor.deleteById(silent);
            pending.clear();
            isPending = false;
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory", impossible);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The watches whose query cannot be read; they hear nothing. */
    public List<Hit> unreadable() {
        lock.readLock().lock();
        try {
            return watches.values().stream()
                    .filter(watch -> watch.query == null)
                    .map(Watch::hit)
                    .sorted(BY_NAME)
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory", impossible);
        }
    }
}
