package io.habitus.ingest.lines;

import java.util.Locale;

/** An id as a source gives it: anything short enough that has a form of its own in UTF-8. */
final class NativeId {

    private static final int MAX = 512;

    /** Why this cannot be an id, or null if it can. */
    static String objection(String name, String id) {
        if (id.length() > MAX) {
            return String.format(Locale.ROOT, "%s is longer than %,d characters", name, MAX);
        }
        return CleanText.isUnfitForId(id)
                ? name + " must not contain control characters or half a surrogate pair"
                : null;
    }

    private NativeId() {}
}
