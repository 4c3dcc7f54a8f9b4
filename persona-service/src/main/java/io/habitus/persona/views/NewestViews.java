package io.habitus.persona.views;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Window;
import io.habitus.contracts.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The newest of every view in VIEWS, in memory: small enough for every instance to hold all of it, so any of them
 * answers for any watch. Safe for any number of threads.
 */
public final class NewestViews {

    private final ConcurrentNavigableMap<String, LiveView> views = new ConcurrentSkipListMap<>();
    private volatile boolean complete;

    /** A view was sent under this key of VIEWS; null if the key was deleted. */
    public void take(String key, LiveView view) {
        if (view == null) {
            views.remove(key);
        } else {
            views.put(key, view);
        }
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
    public Optional<LiveView> find(String project, String watch, Window window) {
        return Optional.ofNullable(views.get(
                Topics.projectKey(project, watch) + "/" + window.name().toLowerCase(Locale.ROOT)));
    }

    /** The newest views of this window of all watches of a project that hear anything at all, by watch. */
    public List<LiveView> ofProject(String project, Window window) {
        String start = Topics.projectKey(project, "");
        String end = project + (char) ('/' + 1);
        return views.subMap(start, end).values().stream()
                .filter(view -> view.window() == window && view.first() != null)
                .toList();
    }
}
