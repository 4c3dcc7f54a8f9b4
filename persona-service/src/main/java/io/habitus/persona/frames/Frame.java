package io.habitus.persona.frames;

import tools.jackson.databind.JsonNode;

/**
 * One thing a follower is told.
 *
 * @param event what kind
 * @param offset up to which place in VIEWS everything has been told after this; less than 0 if that is not known
 * @param data as JSON
 */
public record Frame(Event event, long offset, JsonNode data) {

    /** The kinds of frames. */
    public enum Event {
        /** The view as a whole. */
        VIEW,
        /** What changed since the last frame of this watch, see {@link Changes}. */
        DIFFERENCE,
        /** Forget everything: views follow. */
        RESET,
        /** This watch hears nothing any more: it was removed, or its last mention was withdrawn. */
        GONE,
        /** The own words of the watch, all of them, see {@link TellingWords}. */
        WORDS
    }
}
