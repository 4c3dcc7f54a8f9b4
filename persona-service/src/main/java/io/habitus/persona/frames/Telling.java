package io.habitus.persona.frames;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Bucket;
import io.habitus.persona.frames.Frame.Event;
import io.habitus.persona.views.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells one follower of views what changed. Knows what it told, so most of the time it is a small difference; now and
 * then the whole, so that whoever missed something is right again. Not safe for several threads.
 */
public final class Telling {

    /** How long differences alone are told. */
    private static final Duration WHOLE_EVERY = Duration.ofSeconds(30);

    private static final List<String> IDENTITY = List.of("project", "watch", "window");

    private record Told(LiveView view, Instant wholeAt) {}

    private final UnaryOperator<LiveView> asOfNow;
    private final Function<LiveView, ObjectNode> json;
    private final Map<String, Told> told = new HashMap<>();

    /**
     * @param asOfNow what a view says now, where that is not what it said when it was sent
     * @param json how that is shown
     */
    public Telling(UnaryOperator<LiveView> asOfNow, Function<LiveView, ObjectNode> json) {
        this.asOfNow = asOfNow;
        this.json = json;
    }

    /**
     * What a follower is told first.
     *
     * @param known up to which offset of VIEWS it was told before, by whomever; empty if never
     * @param newest up to which offset VIEWS was known when following began
     * @param wentLast at which offset a view went last that a follower may hold; less than 0 if none ever did
     * @param versions of all that is followed, oldest first, as of then
     */
    public List<Frame> begin(Optional<Long> known, long newest, long wentLast, List<Version> versions, Instant now) {
        // Another log, or one that was begun anew: what it was told then says nothing. Or it was not told that a view
        // went, and there is nothing left to tell it by.
        boolean reset = known.isPresent() && (known.get() > newest || known.get() < wentLast);
        List<Frame> frames = new ArrayList<>();
        if (reset) {
            frames.add(new Frame(Event.RESET, -1, JsonNodeFactory.instance.objectNode()));
        }
        for (Version version : versions) {
            boolean isKnown = !reset && known.isPresent() && version.offset() <= known.get();
            if (isKnown && version.view() == null) {
                continue;
            }
            if (isKnown) {
                told.put(version.key(), new Told(asOfNow.apply(version.view()), now));
            } else {
                tell(version, now, frames);
            }
        }
        return frames;
    }

    /** What it is told next. */
    public List<Frame> next(List<Version> versions, Instant now) {
        List<Frame> frames = new ArrayList<>();
        versions.forEach(version -> tell(version, now, frames));
        return frames;
    }

    private void tell(Version version, Instant now, List<Frame> frames) {
        if (version.view() == null) {
            Told before = told.remove(version.key());
            if (before != null) {
                frames.add(new Frame(Event.GONE, version.offset(), only(json.apply(before.view()), IDENTITY)));
            }
            return;
        }
        LiveView view = asOfNow.apply(version.view());
        Told before = told.get(version.key());
        if (before == null || !now.isBefore(before.wholeAt().plus(WHOLE_EVERY))) {
            told.put(version.key(), new Told(view, now));
            frames.add(new Frame(Event.VIEW, version.offset(), json.apply(view)));
            return;
        }
        told.put(version.key(), new Told(view, before.wholeAt()));
        // Few of the buckets change; to make JSON of all of them would be most of the work.
        Changes.between(
                        json.apply(without(view.series(), before.view())),
                        json.apply(without(before.view().series(), view)),
                        IDENTITY)
                .ifPresent(changes -> frames.add(new Frame(Event.DIFFERENCE, version.offset(), changes)));
    }

    /** The view without these buckets: what is the same in both of two views is no difference between them. */
    private static LiveView without(List<Bucket> buckets, LiveView view) {
        var others = new ArrayList<>(view.series());
        others.removeAll(new HashSet<>(buckets));
        return new LiveView(
                view.project(),
                view.watch(),
                view.window(),
                view.from(),
                view.to(),
                view.first(),
                view.last(),
                view.asOf(),
                view.total(),
                view.piles(),
                view.sources(),
                others);
    }

    private static ObjectNode only(ObjectNode view, List<String> fields) {
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> some.set(field, view.get(field)));
        return some;
    }
}
