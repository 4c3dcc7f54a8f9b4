package io.habitus.persona.expected;

import java.time.Instant;
import java.util.List;

/**
 * How much is usual in a stretch of time.
 *
 * @param state what is known
 * @param knownDays so many days of the past were learned from
 * @param neededDays so many make it known
 * @param until up to when the total is reckoned: the end of the stretch, or now if that comes first
 * @param total null where nothing can be said
 * @param series by bucket begun so far, oldest first; empty where nothing can be said
 */
public record Expected(State state, int knownDays, int neededDays, Instant until, Total total, List<Bucket> series) {

    /** What is known of what is usual. */
    public enum State {
        /** Too short a past: limits are wide, or there are none. */
        LEARNING,
        /** Two weeks or more. */
        KNOWN,
        /** So few voices that figures could tell of one. */
        TOO_FEW_VOICES
    }

    /**
     * @param mentions posts and reposts, 99 of 100 within the limits
     * @param voices distinct voices, likewise; null where stretches of that length lie too far back
     */
    public record Total(Limits mentions, Limits voices) {}

    /**
     * @param start of the bucket
     * @param mentions posts and reposts in it, 19 of 20 within the limits
     */
    public record Bucket(Instant start, Limits mentions) {}

    public Expected {
        series = List.copyOf(series);
    }
}
