package io.habitus.persona.views;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Window;
import io.habitus.contracts.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The newest of every view in VIEWS, in memory: small enough for every instance to hold all of it, so any of them
 * answers for any watch. Safe for any number of threads.
 */
public final class NewestViews {

    private static final long NOTHING = -1;

    private final TreeMap<String, Version> views = new TreeMap<>();
    private final Set<Following> followings = new HashSet<>();
    private long newest = NOTHING;
    /** By project, where in VIEWS a view went last, or said that nothing is heard any more. */
    private final Map<String, Long> gone = new HashMap<>();
    /** What went up to here may not be known: compaction takes away in time that a key was deleted. */
    private long unsure = NOTHING;

    private volatile boolean complete;

    /**
     * A view was sent under this key of VIEWS. One that is older than what is known is passed over: after a broker was
     * away, all is read once more.
     *
     * @param offset in VIEWS
     * @param view null if the key was deleted
     */
    public synchronized void take(long offset, String key, LiveView view) {
        if (offset <= newest) {
            return;
        }
        newest = offset;
        Version version = new Version(offset, key, view);
        if (view == null) {
            views.remove(key);
        } else {
            views.put(key, version);
        }
        if (hearsNothing(view)) {
            gone.put(projectOf(key), offset);
        }
        followings.forEach(following -> following.take(version));
    }

    /**
     * The log is about to be read from its beginning, where what went is not told of for ever.
     *
     * @param end of the log now; if less than what is known, it is another log and nothing known is true any more
     */
    public synchronized void beginAnew(long end) {
        if (newest >= end) {
            views.clear();
            gone.clear();
            newest = NOTHING;
            complete = false;
            followings.forEach(Following::lose);
        }
        unsure = end - 1;
    }

    /** All views that existed at the start were taken. */
    public void complete() {
        complete = true;
    }

    /** Whether all views that existed at the start are known. Until then nothing can be said of any. */
    public boolean isComplete() {
        return complete;
    }

    /** The newest view; empty if none was ever sent. */
    public synchronized Optional<LiveView> find(String project, String watch, Window window) {
        return Optional.ofNullable(views.get(key(project, watch, window))).map(Version::view);
    }

    /** The newest views of this window of all watches of a project that hear anything at all, by watch. */
    public synchronized List<LiveView> ofProject(String project, Window window) {
        return versions(project).stream()
                .map(Version::view)
                .filter(view -> view.window() == window && !hearsNothing(view))
                .toList();
    }

    /** Follows one view: first its newest version, if there is one, then every change. To be closed. */
    public synchronized Following follow(String project, String watch, Window window) {
        String followed = key(project, watch, window);
        return follow(followed::equals, false, project);
    }

    /**
     * Follows the views of this window of all watches of a project that hear anything at all; of one that does no more it
     * says so. To be closed.
     */
    public synchronized Following follow(String project, Window window) {
        String start = Topics.projectKey(project, "");
        String end = "/" + word(window);
        return follow(key -> key.startsWith(start) && key.endsWith(end), true, project);
    }

    /** Nothing in any window, nor before: of a watch whose last mention was withdrawn, as when it was removed. */
    static boolean hearsNothing(LiveView view) {
        return view == null || view.first() == null;
    }

    private Following follow(Predicate<String> follows, boolean onlyHeard, String project) {
        long wentLast = Math.max(unsure, gone.getOrDefault(project, NOTHING));
        var following = new Following(follows, onlyHeard, newest, wentLast, this::leave);
        versions(project).forEach(following::take);
        followings.add(following);
        return following;
    }

    private synchronized void leave(Following following) {
        followings.remove(following);
    }

    private List<Version> versions(String project) {
        String start = Topics.projectKey(project, "");
        String end = project + (char) ('/' + 1);
        return List.copyOf(views.subMap(start, end).values());
    }

    private static String key(String project, String watch, Window window) {
        return Topics.projectKey(project, watch) + "/" + word(window);
    }

    private static String projectOf(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    private static String word(Window window) {
        return window.name().toLowerCase(Locale.ROOT);
    }
}
