package io.habitus.analysis.mentions;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of every record read, as meters: {@code posts.read} and {@code rematches.read} by outcome (every record has
 * exactly one, so the outcomes add up to what was read) and {@code mentions.decided} by event. A transaction that is
 * repeated after a fault counts again; the log does not.
 */
final class Received {

    /** What became of a record of POSTS. */
    enum Outcome {
        FRESH,
        EDITED,
        SEEN,
        STALE,
        ENDED,
        RETRACTED,
        MEASURED,
        AUTHOR_CHANGED,
        SET_ASIDE
    }

    /** What became of a record of REMATCHES. */
    enum Again {
        WATCHES_AWAITED,
        LOOKED_AGAIN,
        OUTDATED,
        SET_ASIDE
    }

    /** What was said in MENTIONS. */
    enum Decided {
        FOUND,
        WITHDRAWN
    }

    private final Map<Outcome, Counter> posts;
    private final Map<Again, Counter> rematches;
    private final Map<Decided, Counter> mentions;

    Received(MeterRegistry meters) {
        posts = counters(Outcome.class, meters, "posts.read", "outcome", "Records of POSTS, by what became of them");
        rematches = counters(
                Again.class, meters, "rematches.read", "outcome", "Records of REMATCHES, by what became of them");
        mentions = counters(Decided.class, meters, "mentions.decided", "event", "Events written to MENTIONS");
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(
            Class<E> outcomes, MeterRegistry meters, String name, String tag, String description) {
        var counters = new EnumMap<E, Counter>(outcomes);
        for (var outcome : outcomes.getEnumConstants()) {
            counters.put(
                    outcome,
                    Counter.builder(name)
                            .description(description)
                            .tag(tag, tagOf(outcome))
                            .register(meters));
        }
        return counters;
    }

    private static String tagOf(Enum<?> outcome) {
        return outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    void count(Outcome outcome) {
        posts.get(outcome).increment();
    }

    void count(Again outcome) {
        rematches.get(outcome).increment();
    }

    void count(Decided event) {
        mentions.get(event).increment();
    }
}
