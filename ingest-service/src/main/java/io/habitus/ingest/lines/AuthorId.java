package io.habitus.ingest.lines;

import java.util.Locale;

/** What an author is known by at its source: the id, or the handle where there is no id. */
public final class AuthorId {

    /**
     * The id that a pseudonym is made of, or null if nobody is named. A handle counts as one whether it is written large
     * or small, as all networks have it: otherwise an erasure would miss posts.
     *
     * @param id or null
     * @param handle with or without {@code @}, or null
     */
    public static String of(String id, String handle) {
        if (id != null && !id.isBlank()) {
            return id.strip();
        }
        String named = handle(handle);
        return named == null ? null : named.toLowerCase(Locale.ROOT);
    }

    /** A handle as it is kept, {@code DB_Bahn} of {@code @DB_Bahn}; null if there is none. */
    static String handle(String stated) {
        if (stated == null) {
            return null;
        }
        String line = CleanText.lineOf(stated);
        String handle = line.startsWith("@") ? line.substring(1).strip() : line;
        return handle.isEmpty() ? null : handle;
    }

    private AuthorId() {}
}
