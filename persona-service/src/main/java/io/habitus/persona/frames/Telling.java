package io.habitus.persona.frames;

import io.habitus.contracts.LiveView;
import io.habitus.persona.frames.Frame.Event;
import io.habitus.persona.views.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    private record Told(ObjectNode view, Instant wholeAt) {}

    private final Function<LiveView, ObjectNode> json;
    private final Map<String, Told> told = new HashMap<>();

    /** @param json how views are shown */
    public Telling(Function<LiveView, ObjectNode> json) {
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
                told.put(version.key(), new Told(json.apply(version.view()), now));
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
                frames.add(new Frame(Event.GONE, version.offset(), only(before.view(), IDENTITY)));
            }
            return;
        }
        ObjectNode view = json.apply(version.view());
        Told before = told.get(version.key());
        if (before == null || !now.isBefore(before.wholeAt().plus(WHOLE_EVERY))) {
            told.put(version.key(), new Told(view, now));
            frames.add(new Frame(Event.VIEW, version.offset(), view));
            return;
        }
        told.put(version.key(), new Told(view, before.wholeAt()));
        Changes.between(before.view(), view, IDENTITY)
                .ifPresent(changes -> frames.add(new Frame(Event.DIFFERENCE, version.offset(), changes)));
    }

    private static ObjectNode only(ObjectNode view, List<String> fields) {
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> some.set(field, view.get(field)));
        return some;
    }
}
