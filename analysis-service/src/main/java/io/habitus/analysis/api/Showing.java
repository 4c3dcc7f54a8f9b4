package io.habitus.analysis.api;

import io.habitus.analysis.api.ShownMention.MatchPosition;
import io.habitus.analysis.api.ShownText.Piece;
import io.habitus.analysis.query.Highlights;
import io.habitus.analysis.query.Parsed.Accepted;
import io.habitus.analysis.query.Query;
import io.habitus.analysis.query.QueryParser;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.MentionEvent.HeardBy;
import io.habitus.contracts.WatchEvent;
import io.habitus.tagging.Token.Part;
import io.habitus.tagging.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mentions of one project as they may leave, for one request.
 *
 * <p>Marked is what the request asks for; if it asks for no words, what the mention's own watches ask for.
 */
final class Showing {

    /** Whether handles of private people may be shown. */
    enum Handles {
        MASKED,
        OPEN
    }

    private final SavedWatches watches;
    private final String project;
    private final List<Query> asked;
    private final Handles handles;
    private final Set<String> official;
    private final Map<String, Optional<Query>> read = new HashMap<>();

    /**
     * @param asked the queries of the request
     * @param official handles in lower case without {@code @}, never masked
     */
    Showing(SavedWatches watches, String project, List<Query> asked, Handles handles, Set<String> official) {
        this.watches = watches;
        this.project = project;
        this.asked = asked;
        this.handles = handles;
        this.official = official;
    }

    ShownMention show(Found found) {
        var spans = spans(found);
        var title = shown(found.title(), Part.TITLE, spans);
        var text = shown(found.text(), Part.TEXT, spans);
        var positions = new ArrayList<MatchPosition>();
        title.ifPresent(shown -> shown.marked().forEach(piece -> positions.add(position("title", piece))));
        text.ifPresent(shown -> shown.marked().forEach(piece -> positions.add(position("text", piece))));
        return new ShownMention(
                found.postId(),
                found.at(),
                found.added(),
                found.timeDoubted(),
                found.source(),
                found.type(),
                found.lang(),
                found.site(),
                title.map(ShownText::text).orElse(null),
                text.map(ShownText::text).orElse(null),
                positions,
                found.author() == null ? null : new ShownMention.Author(found.author(), found.followers()),
                found.thread(),
                found.parent(),
                found.repostOf(),
                found.quoteOf(),
                found.rating(),
                found.place(),
                found.engagement(),
                found.watches().stream().map(HeardBy::watch).toList(),
                found.tags() == null ? null : found.tags().language(),
                ShownMention.Judgement.of(found.tags()));
    }

    private static MatchPosition position(String field, Piece piece) {
        return new MatchPosition(field, piece.offset(), piece.length());
    }

    private Optional<ShownText> shown(String written, Part part, List<Highlights.Span> spans) {
        if (written == null) {
            return Optional.empty();
        }
        var marked = spans.stream()
                .filter(span -> span.part() == part)
                .map(span -> new Piece(span.offset(), span.length()))
                .sorted(Comparator.comparingInt(Piece::offset).thenComparing(Piece::length, Comparator.reverseOrder()))
                .toList();
        return Optional.of(
                switch (handles) {
                    case OPEN -> ShownText.open(written, apart(marked));
                    case MASKED -> ShownText.masked(written, apart(marked), official);
                });
    }

    /** Several queries may mark the same words. */
    private static List<Piece> apart(List<Piece> sorted) {
        var apart = new ArrayList<Piece>();
        for (var piece : sorted) {
            if (apart.isEmpty() || piece.offset() >= apart.getLast().end()) {
                apart.add(piece);
            }
        }
        return apart;
    }

    private List<Highlights.Span> spans(Found found) {
        var tokens = Tokens.of(found.title(), found.text());
        var spans = new ArrayList<Highlights.Span>();
        for (var query : asked.isEmpty() ? queriesOf(found) : asked) {
            spans.addAll(Highlights.of(query, tokens));
        }
        return spans;
    }

    private List<Query> queriesOf(Found found) {
        return found.watches().stream()
                .map(watch -> queryOf(watch.watch()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of a watch that is still there. */
    Optional<Query> queryOf(String watch) {
        return read.computeIfAbsent(
                watch,
                id -> watches.find(project, id).map(WatchEvent.Saved::query).flatMap(Showing::understood));
    }

    private static Optional<Query> understood(String query) {
        return QueryParser.parse(query) instanceof Accepted accepted ? Optional.of(accepted.query()) : Optional.empty();
    }
}
