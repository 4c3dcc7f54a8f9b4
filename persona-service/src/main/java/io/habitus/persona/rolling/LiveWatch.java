package io.habitus.persona.rolling;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.contribution.Difference;
import io.habitus.persona.contribution.Entry;
import io.habitus.persona.contribution.Utterance;
import io.habitus.persona.timeline.WatchTimeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rolling windows of one watch, counted from its timeline when first needed and kept right from then on by
 * differences and by the clock. Knows which of its views are no longer what was sent.
 */
final class LiveWatch {

    /** Between two views of the same window, in milliseconds. */
    private static final long QUIET = 200;

    private static final long QUIET_IF_LONG = 1_000;

    private final WatchTimeline timeline;
    private final String project;
    private final String watch;
    private final Set<Window> unsent = EnumSet.allOf(Window.class);
    private List<RollingWindow> windows;
    private long end;
    private final Map<Window, Long> lastSent = new EnumMap<>(Window.class);

    LiveWatch(WatchTimeline timeline) {
        this.timeline = timeline;
        int slash = timeline.watch().indexOf('/');
        this.project = timeline.watch().substring(0, slash);
        this.watch = timeline.watch().substring(slash + 1);
    }

    /** Takes a difference in; it may wait to be counted until the windows are. */
    void apply(Difference difference) {
        timeline.apply(difference);
        if (windows == null) {
            return;
        }
        for (RollingWindow window : windows) {
            boolean touched = subtract(window, difference.before()) | add(window, difference.after());
            if (touched) {
                unsent.add(window.window());
            }
        }
    }

    private static boolean add(RollingWindow window, Entry entry) {
        if (entry == null || !window.holds(entry.at())) {
            return false;
        }
        Utterance utterance = entry.utterance();
        window.add(
                entry.at(),
                utterance.repost(),
                utterance.anonymous(),
                utterance.pile(),
                utterance.voice(),
                utterance.source());
        return true;
    }

    private static boolean subtract(RollingWindow window, Entry entry) {
        if (entry == null || !window.holds(entry.at())) {
            return false;
        }
        Utterance utterance = entry.utterance();
        window.subtract(
                entry.at(),
                utterance.repost(),
                utterance.anonymous(),
                utterance.pile(),
                utterance.voice(),
                utterance.source());
        return true;
    }

    /** Whether the windows end with this minute, or a later one if the clock was set back. */
    boolean isAt(long endOfMinute) {
        return windows != null && end >= endOfMinute;
    }

    /**
     * Brings the windows to this minute. A window that holds something, or did, has then to be sent: its ends are part
     * of what it says.
     */
    void moveTo(long endOfMinute) {
        if (windows == null) {
            count(endOfMinute);
            return;
        }
        if (isAt(endOfMinute)) {
            return;
        }
        for (RollingWindow window : windows) {
            boolean held = !window.isEmpty();
            window.moveTo(endOfMinute, timeline);
            if (held || !window.isEmpty()) {
                unsent.add(window.window());
            }
        }
        end = endOfMinute;
    }

    private void count(long endOfMinute) {
        windows = new ArrayList<>(Window.values().length);
        for (Window window : Window.values()) {
            RollingWindow counted = new RollingWindow(window, endOfMinute);
            counted.recount(timeline);
            windows.add(counted);
        }
        end = endOfMinute;
    }

    boolean hasUnsent() {
        return !unsent.isEmpty();
    }

    /** Whether a view is no longer what was sent, and that long enough ago. */
    boolean isDue(long now) {
        return unsent.stream().anyMatch(window -> isDue(window, now));
    }

    /** An hour is looked at while it changes; in longer windows nobody sees what a second adds. */
    private boolean isDue(Window window, long now) {
        Long last = lastSent.get(window);
        // A clock that was set back is no reason to wait for it.
        return last == null || Math.abs(now - last) >= (window == Window.HOUR ? QUIET : QUIET_IF_LONG);
    }

    /** The views that are due; they count as sent from now on. */
    List<LiveView> send(long now) {
        Map<Integer, Long> asOf = timeline.asOf();
        List<LiveView> views = new ArrayList<>(unsent.size());
        for (RollingWindow window : windows) {
            if (unsent.contains(window.window()) && isDue(window.window(), now)) {
                unsent.remove(window.window());
                lastSent.put(window.window(), now);
                views.add(view(window, asOf));
            }
        }
        return views;
    }

    private LiveView view(RollingWindow window, Map<Integer, Long> asOf) {
        return new LiveView(
                project,
                watch,
                window.window(),
                window.from(),
                window.to(),
                timeline.first(),
                timeline.last(),
                asOf,
                window.volume(),
                window.piles(),
                window.sources(),
                window.series());
    }
}
