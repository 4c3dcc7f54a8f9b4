package io.habitus.analysis.index;

import io.habitus.analysis.query.Query;
import io.habitus.contracts.Polarity;
import io.habitus.contracts.SourceType;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which mentions are asked for. What is null or empty does not narrow.
 *
 * @param project always narrows
 * @param watch id of a watch that hears them
 * @param query what they must say or be
 * @param from of their own time, inclusive
 * @param to of their own time, exclusive
 * @param author the pseudonym in this project
 * @param polarity in one of these piles; a mention from before there were models is in none
 */
public record MentionSearch(
        String project,
        Optional<String> watch,
        Optional<Query> query,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> source,
        Optional<SourceType> type,
        Optional<String> lang,
        Optional<String> author,
        Set<Polarity.Pile> polarity) {

    /** In which order of their own time mentions are listed; those of one millisecond by id. */
    public enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    /** The last mention of a page; the next page begins behind it. */
    public record Position(Instant at, String postId) {}

    /**
     * A piece of the list.
     *
     * @param after empty for the first page
     * @param limit 1 to 200
     */
    public record Page(Order order, int limit, Optional<Position> after) {}
}
