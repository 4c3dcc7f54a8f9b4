package io.habitus.analysis.index;

import static io.habitus.analysis.index.SomeMentions.found;
import static io.habitus.analysis.index.SomeMentions.judged;
import static io.habitus.analysis.index.SomeMentions.lines;
import static io.habitus.analysis.index.SomeMentions.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.habitus.analysis.index.Judging.Fate;
import io.habitus.analysis.index.MentionIndex.BulkResult.Answered;
import io.habitus.analysis.index.MentionIndex.BulkResult.Unacceptable;
import io.habitus.analysis.index.MentionSearch.Order;
import io.habitus.analysis.index.MentionSearch.Page;
import io.habitus.analysis.index.MentionSearch.Position;
import io.habitus.analysis.query.Parsed.Accepted;
import io.habitus.analysis.query.Query;
import io.habitus.analysis.query.QueryParser;
import io.habitus.backends.junit.Backends;
import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.Polarity;
import io.habitus.contracts.Polarity.Label;
import io.habitus.contracts.Polarity.Pile;
import io.habitus.contracts.SourceType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MentionIndexIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    private static MentionIndex index;

    @BeforeAll
    static void open() {
        index = new MentionIndex(BACKENDS.elasticsearch(), 1, 0);
        index.putTemplate();
    }

    @AfterAll
    static void close() throws IOException {
        index.close();
    }

    private static List<Fate> write(MentionEvent... events) {
        var bulk = new ByteArrayOutputStream();
        for (var event : events) {
            bulk.writeBytes(lines(event));
        }
        var result = index.write(bulk.toByteArray(), events.length);
        index.refresh();
        return ((Answered) result).answers().stream().map(new ByStatus()::judge).toList();
    }

    private static MentionSearch all(String project) {
        return new MentionSearch(
                project,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static MentionSearch saying(String project, String query) {
        return new MentionSearch(
                project,
                Optional.empty(),
                Optional.of(parsed(query)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static Query parsed(String query) {
        return ((Accepted) QueryParser.parseSearch(query)).query();
    }

    private static List<String> ids(MentionSearch search) {
        return index.search(search, new Page(Order.OLDEST_FIRST, 200, Optional.empty())).mentions().stream()
                .map(Found::postId)
                .toList();
    }

    @Test
    void what_is_written_is_found_as_it_was() {
        var mention = found("as-it-was", "p1", 1, "Späte Bahn 😡 \"zu spät\"", "bahn", "zug");

        assertThat(write(mention)).containsExactly(Fate.WRITTEN);
        assertThat(index.find("as-it-was", "p1")).contains(mention);
        assertThat(index.find("another", "p1")).isEmpty();
    }

    @Test
    void an_older_state_that_comes_late_changes_nothing() {
        write(found("late", "p1", 5, "now", "w"));

        assertThat(write(found("late", "p1", 4, "before", "w"))).containsExactly(Fate.ALREADY_THERE);
        assertThat(index.find("late", "p1")).map(Found::text).contains("now");
    }

    @Test
    void the_same_state_again_changes_nothing() {
        write(found("again", "p1", 5, "now", "w"));

        assertThat(write(found("again", "p1", 5, "now", "w"))).containsExactly(Fate.ALREADY_THERE);
    }

    @Test
    void a_withdrawn_mention_does_not_come_back_with_an_older_state() {
        write(found("gone", "p1", 1, "text", "w"), withdrawn("gone", "p1", 3));

        assertThat(write(found("gone", "p1", 2, "text", "w"))).containsExactly(Fate.ALREADY_THERE);
        assertThat(index.find("gone", "p1")).isEmpty();
        assertThat(index.count(all("gone"))).isZero();
    }

    @Test
    void a_document_that_cannot_be_indexed_does_not_hinder_the_others() {
        var fates = write(
                found("hinder", "p1", 1, "one", "w"),
                SomeMentions.unindexable("hinder", "p2", 1),
                found("hinder", "p3", 1, "three", "w"));

        assertThat(fates).containsExactly(Fate.WRITTEN, Fate.REFUSED, Fate.WRITTEN);
        assertThat(ids(all("hinder"))).containsExactly("p1", "p3");
    }

    @Test
    void a_bulk_that_is_no_bulk_is_said_to_be_unacceptable() {
        var broken = "{\"index\":{\"_index\":\"mentions-2026-11\"}}\n{\"project\":\n".getBytes(StandardCharsets.UTF_8);
        var answer = index.write("{\"nonsense\":\n".getBytes(StandardCharsets.UTF_8), 1);

        assertThat(answer).isInstanceOf(Unacceptable.class);
        assertThat(index.write(broken, 1)).isInstanceOfAny(Unacceptable.class, Answered.class);
    }

    @Test
    void mentions_are_filtered_by_whatever_is_asked() {
        var day = Duration.ofDays(1);
        write(
                found("filter", "p1", 1, SomeMentions.AT, "one", "a"),
                found("filter", "p2", 1, SomeMentions.AT.plus(day), "two", "a", "b"),
                found("filter", "p3", 1, SomeMentions.AT.minus(day.multipliedBy(400)), "three", "b"));
        var none = all("filter");
        var at = SomeMentions.AT;

        assertThat(ids(none)).containsExactly("p3", "p1", "p2");
        assertThat(ids(with(none, Optional.of("b"), Optional.empty(), Optional.empty())))
                .containsExactly("p3", "p2");
        assertThat(ids(with(none, Optional.empty(), Optional.of(at), Optional.empty())))
                .containsExactly("p1", "p2");
        assertThat(ids(with(none, Optional.empty(), Optional.empty(), Optional.of(at))))
                .containsExactly("p3");
        assertThat(ids(with(none, Optional.empty(), Optional.of(at), Optional.of(at.plusMillis(1)))))
                .containsExactly("p1");
        assertThat(index.count(with(none, Optional.of("a"), Optional.empty(), Optional.empty())))
                .isEqualTo(2);
        assertThat(ids(labelled("filter", "forum", SourceType.POST, "de", "jane")))
                .hasSize(3);
        assertThat(ids(labelled("filter", "twitter", SourceType.POST, "de", "jane")))
                .isEmpty();
        assertThat(ids(labelled("filter", "forum", SourceType.REPLY, "de", "jane")))
                .isEmpty();
        assertThat(ids(labelled("filter", "forum", SourceType.POST, "en", "jane")))
                .isEmpty();
        assertThat(ids(labelled("filter", "forum", SourceType.POST, "de", "joe")))
                .isEmpty();
    }

    @Test
    void mentions_are_filtered_by_the_piles_they_lie_in() {
        write(
                judged(found("lie-in-piles", "p1", 1, "one", "w"), new Polarity(Label.NEGATIVE, .9, false, "m")),
                judged(found("lie-in-piles", "p2", 1, "two", "w"), new Polarity(Label.NEGATIVE, .4, true, "m")),
                judged(found("lie-in-piles", "p3", 1, "three", "w"), new Polarity(Label.POSITIVE, .8, false, "m")),
                judged(found("lie-in-piles", "p4", 1, "four", "w"), new Polarity(null, 0, true, "m")),
                found("lie-in-piles", "p5", 1, "from before there were models", "w"));

        assertThat(ids(all("lie-in-piles"))).containsExactly("p1", "p2", "p3", "p4", "p5");
        assertThat(ids(inPiles("lie-in-piles", Pile.NEGATIVE))).containsExactly("p1");
        assertThat(ids(inPiles("lie-in-piles", Pile.UNSURE))).containsExactly("p2", "p4");
        assertThat(ids(inPiles("lie-in-piles", Pile.POSITIVE, Pile.UNSURE))).containsExactly("p2", "p3", "p4");
        assertThat(index.count(inPiles("lie-in-piles", Pile.NEUTRAL))).isZero();
    }

    private static MentionSearch inPiles(String project, Pile... piles) {
        return new MentionSearch(
                project,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(piles));
    }

    @Test
    void a_month_from_before_there_were_models_takes_what_they_say() throws Exception {
        var longAgo = Instant.parse("1999-01-15T12:00:00Z");
        createAsBeforeThereWereModels(MentionDocument.indexOf(longAgo));
        var mention = found("old", "p1", 1, longAgo, "old", "w");
        var news = found("old", "p2", 1, longAgo, "new", "w");
        assertThat(write(mention)).containsExactly(Fate.WRITTEN);

        index.putTemplate();

        assertThat(write(judged(news, new Polarity(Label.NEUTRAL, .7, false, "m"))))
                .containsExactly(Fate.WRITTEN);
        assertThat(ids(inPiles("old", Pile.NEUTRAL))).containsExactly("p2");
        assertThat(ids(all("old"))).containsExactly("p1", "p2");
    }

    /** As the version before wrote it: strict, and without the fields of the models. */
    private static void createAsBeforeThereWereModels(String month) throws Exception {
        var json = new JsonMapper();
        try (var resource = MentionIndex.class.getResourceAsStream("mentions-template.json")) {
            var template = (ObjectNode) json.readTree(resource);
            template.putArray("index_patterns").add(month);
            template.put("priority", 1_000);
            ((ObjectNode) template.at("/template/mappings/properties")).remove(List.of("language", "polarity"));
            send("PUT", "/_index_template/before-models", template.toString());
            send("PUT", "/" + month, "{}");
            send("DELETE", "/_index_template/before-models", "");
        }
    }

    private static void send(String method, String path, String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(BACKENDS.elasticsearch().resolve(path))
                    .method(method, BodyPublishers.ofString(body))
                    .header("Content-Type", "application/json")
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    private static MentionSearch with(
            MentionSearch search, Optional<String> watch, Optional<Instant> from, Optional<Instant> to) {
        return new MentionSearch(
                search.project(),
                watch,
                search.query(),
                from,
                to,
                search.source(),
                search.type(),
                search.lang(),
                search.author(),
                Set.of());
    }

    private static MentionSearch labelled(String project, String source, SourceType type, String lang, String author) {
        return new MentionSearch(
                project,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(source),
                Optional.of(type),
                Optional.of(lang),
                Optional.of(author),
                Set.of());
    }

    @Test
    void words_phrases_prefixes_and_tags_are_found_as_the_stream_finds_them() {
        write(
                found("words", "p1", 1, "Die Bahn ist zu spät #Verspätung", "w"),
                found("words", "p2", 1, "zu früh ist die Bahn nie spät", "w"),
                found("words", "p3", 1, "Bahnhof 😡 @db_bahn", "w"));

        assertThat(ids(saying("words", "bahn"))).containsExactly("p1", "p2");
        assertThat(ids(saying("words", "\"zu spät\""))).containsExactly("p1");
        assertThat(ids(saying("words", "bahn*"))).containsExactly("p1", "p2", "p3");
        assertThat(ids(saying("words", "#verspätung OR 😡"))).containsExactly("p1", "p3");
        assertThat(ids(saying("words", "@db_bahn"))).containsExactly("p3");
        assertThat(ids(saying("words", "spaet NOT früh"))).containsExactly("p1");
    }

    @Test
    void pages_hold_every_mention_once_in_both_orders() {
        var events = new ArrayList<MentionEvent>();
        for (var i = 0; i < 25; i++) {
            // Five share each moment, so that ids decide.
            events.add(found("pages", "p%02d".formatted(i), 1, SomeMentions.AT.plusSeconds(i / 5), "text", "w"));
        }
        write(events.toArray(MentionEvent[]::new));

        for (var order : Order.values()) {
            var seen = new ArrayList<String>();
            var after = Optional.<Position>empty();
            do {
                var hits = index.search(all("pages"), new Page(order, 10, after));
                assertThat(hits.total()).isEqualTo(25);
                hits.mentions().forEach(mention -> seen.add(mention.postId()));
                after = hits.next();
            } while (after.isPresent());
            var expected = events.stream().map(MentionEvent::postId).sorted().toList();
            assertThat(seen).isEqualTo(order == Order.OLDEST_FIRST ? expected : expected.reversed());
        }
    }

    @Test
    void a_project_without_mentions_has_none() {
        assertThat(index.count(all("nothing-here"))).isZero();
        assertThat(ids(all("nothing-here"))).isEmpty();
    }

    @Test
    void the_cluster_says_how_it_is() {
        assertThat(index.isReachable()).isTrue();
        assertThat(index.state().version()).startsWith("8.");
        assertThat(index.clusterId()).isNotBlank();
    }

    @Test
    void an_elasticsearch_that_is_not_there_is_away() throws IOException {
        try (var nowhere = new MentionIndex(URI.create("http://127.0.0.1:1"), 1, 0)) {
            assertThatThrownBy(() -> nowhere.count(all("any"))).isInstanceOf(ElasticsearchAway.class);
            assertThat(nowhere.isReachable()).isFalse();
        }
    }
}
