package io.habitus.analysis.api;

import io.habitus.contracts.Engagement;
import io.habitus.contracts.Place;
import io.habitus.contracts.Rating;
import io.habitus.contracts.SourceType;
import java.time.Instant;
import java.util.List;

/**
 * A mention as it leaves the service.
 *
 * @param id of the post
 * @param date the post's own time, UTC
 * @param added when it was first heard, UTC
 * @param matchPositions the words that the query is about, in title and text as shown
 * @param threadId post id of the conversation's first post
 * @param location as stated by the source
 * @param watchIds the watches that hear it
 */
record ShownMention(
        String id,
        Instant date,
        Instant added,
        boolean timeDoubted,
        String source,
        SourceType type,
        String lang,
        String site,
        String title,
        String text,
        List<MatchPosition> matchPositions,
        Author author,
        String threadId,
        String parentId,
        String repostOf,
        String quoteOf,
        Rating rating,
        Place location,
        Engagement engagement,
        List<String> watchIds) {

    /**
     * A piece of what is shown, in UTF-16 units.
     *
     * @param field {@code title} or {@code text}
     */
    record MatchPosition(String field, int offset, int length) {}

    /** @param key the author's pseudonym in this project */
    record Author(String key, Long followers) {}
}
