package io.habitus.ingest.lines;

import io.habitus.contracts.PostEvent;
import java.util.List;

/** What a line turned out to say. */
public sealed interface Reading {

    /** The source it counts under; that of the request, or {@code unknown}, where the line's own cannot be read. */
    String source();

    /**
     * A line that says something about a post.
     *
     * @param author the pseudonym of who wrote the post, or null
     * @param repeatable whether saying it twice changes nothing: a creation, or a revision with a number of its own
     * @param digest of the line's bytes; equal lines have equal digests
     */
    record Readable(
            String source,
            String postId,
            String author,
            PostEvent event,
            boolean repeatable,
            long digest,
            KeptOut keptOut)
            implements Reading {}

    /**
     * A line that is refused.
     *
     * @param reason in words for who sent it, beginning with the field's name where it is about a field
     */
    record Unreadable(String source, String reason) implements Reading {}

    /**
     * What of a readable line did not come in.
     *
     * @param unknown names of fields that nobody knows here, {@code author.x} for those of an object
     * @param ignored names of fields whose value could not be used, while the rest of the line could
     */
    record KeptOut(List<String> unknown, List<String> ignored) {
        static final KeptOut NOTHING = new KeptOut(List.of(), List.of());
    }
}
