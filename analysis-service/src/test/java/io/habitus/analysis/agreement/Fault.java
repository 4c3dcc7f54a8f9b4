package io.habitus.analysis.agreement;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Faults to plant: a disagreement nobody would notice is no test. Each makes the engine see another query or another post
 * than it was given, as a fault in tokens, parser or translation would.
 */
enum Fault {
    UMLAUTS_LOSE_THEIR_E(
            query -> query, post -> withText(post, post.text().replace('ä', 'a').replace('ü', 'u'))),
    PHRASES_ARE_ONLY_WORDS(query -> query.replaceAll("\"([^\"]*)\"", "($1)"), post -> post),
    TAGS_ARE_ONLY_WORDS(query -> query.replace("#", ""), post -> post),
    PHRASES_SPAN_TITLE_AND_TEXT(
            query -> query,
            post -> post.title() == null
                    ? post
                    : new Said(
                            null,
                            post.title() + " " + post.text(),
                            post.values(),
                            post.lang(),
                            post.source(),
                            post.type())),
    PREFIXES_ARE_WORDS(query -> query.replace("*", ""), post -> post),
    OR_BINDS_TIGHTER(query -> query.replace(" OR ", " AND "), post -> post),
    SKIN_TONES_STAY(query -> query, post -> withText(post, post.text().replace("🏽", "😡"))),
    NARROW_SPACES_JOIN(query -> query, post -> withText(post, post.text().replace('\u202F', '_'))),
    LANGUAGE_IS_FORGOTTEN(
            query -> query,
            post -> new Said(post.title(), post.text(), post.values(), null, post.source(), post.type()));

    private final UnaryOperator<String> query;
    private final UnaryOperator<Said> post;

    Fault(UnaryOperator<String> query, UnaryOperator<Said> post) {
        this.query = query;
        this.post = post;
    }

    private static Said withText(Said post, String text) {
        return new Said(post.title(), text, post.values(), post.lang(), post.source(), post.type());
    }

    Agreement.Engine in(Agreement.Engine engine) {
        return (List<String> queries, List<Said> posts) -> engine.heard(
                queries.stream().map(query).toList(), posts.stream().map(post).toList());
    }
}
