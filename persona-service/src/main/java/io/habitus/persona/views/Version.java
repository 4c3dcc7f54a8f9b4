package io.habitus.persona.views;

import io.habitus.contracts.LiveView;

/**
 * A view as it stood at a place in VIEWS.
 *
 * @param offset there; a higher one is newer
 * @param key in VIEWS
 * @param view null if it is there no more, or where only watches that hear something are followed, and it hears nothing
 */
public record Version(long offset, String key, LiveView view) {}
