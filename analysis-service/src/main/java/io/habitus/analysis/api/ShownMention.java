package io.habitus.analysis.api;

import io.habitus.contracts.Engagement;
import io.habitus.contracts.Place;
import io.habitus.contracts.Polarity;
import io.habitus.contracts.Rating;
import io.habitus.contracts.SourceType;
import io.habitus.contracts.Tags;
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
 * @param language as recognised, see {@link io.habitus.contracts.Tags}; {@code lang} is as stated by the source
 * @param polarity absent if the mention is from before there were models
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
        List<String> watchIds,
        String language,
        Judgement polarity) {

    /**
     * A piece of what is shown, in UTF-16 units.
     *
     * @param field {@code title} or {@code text}
     */
    record MatchPosition(String field, int offset, int length) {}

    /**
     * How it speaks of what it is about, as a model judges it.
     *
     * @param label the likeliest; absent where no model speaks the language
     * @param confidence 0 to 1, calibrated
     */
    record Judgement(Polarity.Label label, double confidence, boolean abstained) {

        /** Null for tags that were never given. */
        static Judgement of(Tags tags) {
            if (tags == null) {
                return null;
            }
            var polarity = tags.polarity();
            return new Judgement(polarity.label(), polarity.confidence(), polarity.abstained());
        }
    }

    /** @param key the author's pseudonym in this project */
    record Author(String key, Long followers) {}
}
