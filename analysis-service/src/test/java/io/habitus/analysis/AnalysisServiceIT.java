package io.habitus.analysis;

import static io.habitus.analysis.mentions.APost.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.analysis.RunningService.Answer;
import io.habitus.analysis.mentions.APost;
import io.habitus.backends.junit.Backends;
import io.habitus.contracts.AuthorStatus;
import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.MentionEvent.Withdrawn;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.ProjectEvent;
import io.habitus.contracts.Topics;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class AnalysisServiceIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    @RegisterExtension
    static final RunningService service = RunningService.on(BACKENDS);

    private static final Duration SOON = Duration.ofSeconds(60);

    // --- words of the tests -----------------------------------------------------------------------------------------

    private static void hear(APost... posts) {
        for (var post : posts) {
            service.write(Topics.POSTS, post.published().postId(), post.published());
        }
        service.flush();
    }

    private static void watch(String project, String id, String query) {
        var answer = service.send(
                "PUT",
                watches(project) + "/" + id,
                "{\"name\":\"" + id + "\",\"query\":\"" + query.replace("\"", "\\\"") + "\"}");
        assertThat(answer.status()).isEqualTo(200);
    }

    private static String watches(String project) {
        return "/api/v1/projects/" + project + "/watches";
    }

    private static String mentions(String project, String parameters) {
        return "/api/v1/projects/" + project + "/mentions?" + parameters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> idsIn(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        var ids = new ArrayList<String>();
        answer.body()
                .path("mentions")
                .forEach(mention -> ids.add(mention.path("id").asString()));
        return ids;
    }

    private static void awaitMentions(String project, String... ids) {
        eventually(mentions(project, "limit=200"), answer -> assertThat(idsIn(answer))
                .containsExactlyInAnyOrder(ids));
    }

    private static void eventually(String path, ThrowingConsumer<Answer> facts) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> facts.accept(service.get(path)));
    }

    // --- from a post to an answer -----------------------------------------------------------------------------------

    @Test
    void a_post_that_a_watch_hears_is_found_with_the_words_marked() {
        watch("found", "bahn", "bahn OR \"zu spät\"");
        hear(post("found-1")
                .of("found")
                .saying("@jane die Bahn ist zu spät 😡")
                .by("jane")
                .in("de"));

        awaitMentions("found", "found-1");
        var mention = service.get(mentions("found", "watchId=bahn"))
                .body()
                .path("mentions")
                .path(0);
        assertThat(mention.path("text").asString()).isEqualTo("@… die Bahn ist zu spät 😡");
        assertThat(marked(mention)).containsExactly("Bahn", "zu spät");
        assertThat(mention.path("watchIds").path(0).asString()).isEqualTo("bahn");
        assertThat(mention.at("/author/key").asString()).hasSize(32).isNotEqualTo("jane");
        assertThat(mention.path("date").asString()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(mention.has("origin")).isFalse();
    }

    private static List<String> marked(JsonNode mention) {
        var marked = new ArrayList<String>();
        for (var position : mention.path("matchPositions")) {
            var field = mention.path(position.path("field").asString()).asString();
            var offset = position.path("offset").asInt();
            marked.add(field.substring(offset, offset + position.path("length").asInt()));
        }
        return marked;
    }

    @Test
    void whoever_may_identify_sees_handles_and_official_accounts_are_shown_to_all() {
        service.write(
                Topics.PROJECTS,
                "handles",
                new ProjectEvent.Saved(
                        "handles", "Handles", List.of("db_bahn"), "Europe/Berlin", Instant.now(), Instant.now()));
        watch("handles", "bahn", "bahn");
        hear(post("handles-1")
                .of("handles")
                .saying("@jane an @DB_Bahn: Bahn!")
                .by("jane")
                .withOrigin("c2VjcmV0"));
        awaitMentions("handles", "handles-1");

        eventually(mentions("handles", ""), answer -> assertThat(textIn(answer)).isEqualTo("@… an @DB_Bahn: Bahn!"));
        assertThat(textIn(service.get(mentions("handles", ""), "X-Habitus-Scopes", "read,identify")))
                .isEqualTo("@jane an @DB_Bahn: Bahn!");
        assertThat(service.get("/internal/projects/handles/mentions/handles-1/origin")
                        .body()
                        .path("origin")
                        .asString())
                .isEqualTo("c2VjcmV0");
    }

    private static String textIn(Answer answer) {
        return answer.body().at("/mentions/0/text").asString();
    }

    @Test
    void a_mention_says_how_it_speaks_and_is_found_by_that() {
        watch("piles", "tram", "tram");
        hear(
                post("piles-1")
                        .of("piles")
                        .saying("I hate this tram, it is terrible")
                        .in("de"),
                post("piles-2").of("piles").saying("I love this tram, thank you so much"),
                post("piles-3").of("piles").saying("Le tram est en retard, je suis vraiment très déçu"));
        awaitMentions("piles", "piles-1", "piles-2", "piles-3");

        var negative = service.get(mentions("piles", "polarity=negative")).body();
        assertThat(negative.path("total").asInt()).isEqualTo(1);
        var mention = negative.path("mentions").path(0);
        assertThat(mention.path("id").asString()).isEqualTo("piles-1");
        assertThat(mention.path("lang").asString()).isEqualTo("de");
        assertThat(mention.path("language").asString()).isEqualTo("en");
        assertThat(mention.at("/polarity/label").asString()).isEqualTo("negative");
        assertThat(mention.at("/polarity/confidence").asDouble()).isBetween(.5, 1.);
        assertThat(mention.at("/polarity/abstained").asBoolean()).isFalse();

        var unsure = service.get(mentions("piles", "polarity=positive,unsure")).body();
        assertThat(unsure.path("total").asInt()).isEqualTo(2);
        assertThat(service.get(mentions("piles", "polarity=bad")).status()).isEqualTo(400);
    }

    @Test
    void edits_deletions_and_authors_reach_the_search() {
        watch("changes", "tram", "tram");
        hear(
                post("changes-1").of("changes").saying("tram one"),
                post("changes-2").of("changes").saying("tram two"),
                post("changes-3").of("changes").saying("tram three").by("author-of-changes"),
                post("changes-4").of("changes").saying("tram four"));
        awaitMentions("changes", "changes-1", "changes-2", "changes-3", "changes-4");

        hear(
                post("changes-1").of("changes").saying("tram one, edited").edited(),
                post("changes-4").of("changes").saying("bus").edited());
        service.write(Topics.POSTS, "changes-2", new PostEvent.Retracted("changes-2", "forum"));
        eraseEverywhere("author-of-changes");

        awaitMentions("changes", "changes-1");
        eventually(
                "/api/v1/projects/changes/mentions/changes-1",
                answer -> assertThat(answer.body().path("text").asString()).isEqualTo("tram one, edited"));
        assertThat(service.get("/api/v1/projects/changes/mentions/changes-2").status())
                .isEqualTo(404);
    }

    /** One copy to every partition, as ingest-service does; the third post's is among them. */
    private static void eraseEverywhere(String author) {
        service.writeToEveryPartition(
                Topics.POSTS, author, new PostEvent.AuthorChanged(author, AuthorStatus.ERASED, Instant.now()));
    }

    @Test
    void search_pages_filters_and_counts() {
        watch("search", "tram", "tram");
        watch("search", "late", "late");
        var posts = IntStream.range(0, 30)
                .mapToObj(i -> post("search-%02d".formatted(i))
                        .of("search")
                        .saying(i % 3 == 0 ? "tram late " + i : "tram " + i)
                        .at(APost.AT.plusSeconds(i)))
                .toArray(APost[]::new);
        hear(posts);
        eventually(
                mentions("search", ""),
                answer -> assertThat(answer.body().path("total").asInt()).isEqualTo(30));

        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = service.get(mentions("search", "limit=7&orderDirection=asc&cursor=" + cursor));
            seen.addAll(idsIn(page));
            assertThat(page.body().path("total").asInt()).isEqualTo(30);
            cursor = page.body().path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(30).isSorted().doesNotHaveDuplicates();

        assertThat(totalOf("search", "watchId=late")).isEqualTo(10);
        assertThat(totalOf("search", "q=" + encoded("late -tram"))).isZero();
        assertThat(totalOf("search", "startDate=2026-11-22T12:00:10Z&endDate=2026-11-22T12:00:20Z"))
                .isEqualTo(10);
        assertThat(totalOf("search", "source=forum&type=post")).isEqualTo(30);
        assertThat(totalOf("search", "lang=fr")).isZero();
        assertThat(totalOf("nobody", "")).isZero();
    }

    private static long totalOf(String project, String parameters) {
        return service.get("/api/v1/projects/" + project + "/mentions/count?" + parameters)
                .body()
                .path("total")
                .asLong();
    }

    @Test
    void whoever_follows_a_figure_waits_for_the_index() {
        watch("as-of", "tram", "tram");
        hear(post("as-of-1").of("as-of"));
        var asOf = new TreeMap<Integer, Long>();
        await().atMost(SOON).untilAsserted(() -> {
            service.all(Topics.MENTIONS).forEach(record -> asOf.put(record.partition(), record.offset()));
            assertThat(keysInMentions()).contains("as-of/as-of-1");
        });

        var vector = String.join(
                ",",
                asOf.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .toList());
        var answer = service.get(mentions("as-of", "asOf=" + encoded(vector)));
        assertThat(answer.body().path("asOfReached").asBoolean()).isTrue();
        assertThat(idsIn(answer)).containsExactly("as-of-1");
    }

    private static TreeSet<String> keysInMentions() {
        var keys = new TreeSet<String>();
        service.all(Topics.MENTIONS).forEach(record -> keys.add(new String(record.key(), StandardCharsets.UTF_8)));
        return keys;
    }

    // --- watches change ---------------------------------------------------------------------------------------------

    @Test
    void a_new_watch_finds_what_was_said_before_and_a_removed_one_takes_it_along() {
        hear(
                post("back-1").of("back").saying("the ferry was late"),
                post("back-2").of("back").saying("the ferry"));
        watch("back", "ferry", "ferry");
        awaitMentions("back", "back-1", "back-2");

        watch("back", "ferry", "ferry late");
        awaitMentions("back", "back-1");

        assertThat(service.send("DELETE", watches("back") + "/ferry", null).status())
                .isEqualTo(204);
        awaitMentions("back");
        assertThat(service.get(watches("back") + "/ferry").status()).isEqualTo(404);
        eventually("/internal/status", answer -> assertThat(
                        answer.body().at("/rematching/pending").asInt())
                .isZero());
    }

    @Test
    void watches_are_added_changed_and_refused() {
        var added = service.send("POST", watches("crud"), "{\"name\":\"Späte Bahn\",\"query\":\"bahn late\"}");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().path("id").asString()).isEqualTo("spaete-bahn");
        assertThat(added.body().path("version").asInt()).isEqualTo(1);

        var taken = service.send("POST", watches("crud"), "{\"name\":\"Späte Bahn\",\"query\":\"zug\"}");
        assertThat(taken.status()).isEqualTo(409);

        var changed = service.send("PUT", watches("crud") + "/spaete-bahn", "{\"name\":\"Bahn\",\"query\":\"bahn\"}");
        assertThat(changed.body().path("version").asInt()).isEqualTo(2);
        var same = service.send("PUT", watches("crud") + "/spaete-bahn", "{\"name\":\"Bahn\",\"query\":\"bahn\"}");
        assertThat(same.body().path("version").asInt()).isEqualTo(2);

        var refused = service.send("POST", watches("crud"), "{\"name\":\"x\",\"query\":\"bahn AND (zug\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.type()).startsWith("application/problem+json");
        assertThat(refused.body().at("/position/offset").isNumber()).isTrue();

        var validated = service.send("POST", watches("crud") + "/validate", "{\"query\":\"bahn zug\"}");
        assertThat(validated.body().path("normalForm").asString()).isNotEmpty();
        assertThat(service.get(watches("crud")).body().path("watches")).hasSize(1);

        assertThat(service.send("POST", watches("crud"), "{\"name\":").status()).isEqualTo(400);
        assertThat(service.send("POST", watches("crud"), "{\"query\":\"bahn\"}").status())
                .isEqualTo(422);
        assertThat(service.send("DELETE", watches("crud") + "/none", null).status())
                .isEqualTo(404);
    }

    @Test
    void errors_are_problems() {
        for (var path : List.of(mentions("any", "limit=0"), mentions("any", "q=" + encoded("(bahn")), "/nothing")) {
            var answer = service.get(path);
            assertThat(answer.status()).isBetween(400, 422);
            assertThat(answer.type()).startsWith("application/problem+json");
            assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
        }
        assertThat(service.send("PATCH", watches("any"), "{}").status()).isEqualTo(405);
    }

    // --- faults -----------------------------------------------------------------------------------------------------

    @Test
    void a_record_that_cannot_be_read_or_indexed_is_set_aside_and_the_others_go_on() {
        watch("aside", "tram", "tram");
        var broken = "{\"event\":\"published\",".getBytes(StandardCharsets.UTF_8);
        service.writeBytes(Topics.POSTS, "aside-0".getBytes(StandardCharsets.UTF_8), broken);
        hear(
                post("aside-1").of("aside"),
                post("aside-2").of("aside").inThread("x".repeat(40_000)),
                post("aside-3").of("aside"));

        awaitMentions("aside", "aside-1", "aside-3");
        await().atMost(SOON).untilAsserted(() -> {
            var reasons = new HashMap<String, String>();
            for (var record : service.all(Topics.SET_ASIDE)) {
                reasons.put(
                        new String(record.key(), StandardCharsets.UTF_8),
                        new String(record.headers().lastHeader("reason").value(), StandardCharsets.UTF_8));
            }
            assertThat(reasons).containsKeys("aside-0", "aside/aside-2");
            assertThat(reasons.get("aside-0")).contains("not a readable event");
        });
    }

    @Test
    void nothing_is_lost_when_elasticsearch_is_killed_under_way() {
        watch("killed", "tram", "tram");
        var expected = new TreeSet<String>();
        for (var i = 0; i < 3_000; i++) {
            if (i == 1_000) {
                BACKENDS.killElasticsearch();
            }
            var id = "killed-%05d".formatted(i);
            service.write(
                    Topics.POSTS, id, post(id).of("killed").saying("tram " + i).published());
            expected.add(id);
        }
        service.flush();
        assertThat(service.get(mentions("killed", "")).status()).isEqualTo(503);
        BACKENDS.startElasticsearch();

        eventually(
                mentions("killed", ""),
                answer -> assertThat(answer.body().path("total").asInt()).isEqualTo(expected.size()));
        assertThat(everyIdOf("killed")).isEqualTo(expected);
        service.awaitReady();
    }

    private static TreeSet<String> everyIdOf(String project) {
        var ids = new TreeSet<String>();
        var cursor = "";
        do {
            var page = service.get(mentions(project, "limit=200&cursor=" + cursor));
            ids.addAll(idsIn(page));
            cursor = page.body().path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return ids;
    }

    @Test
    void a_service_that_stops_goes_on_where_it_was() {
        watch("again", "tram", "tram");
        hear(post("again-1").of("again"));
        awaitMentions("again", "again-1");

        service.stop();
        hear(post("again-1").of("again"), post("again-2").of("again"));
        service.start();

        awaitMentions("again", "again-1", "again-2");
        assertThat(sequencesIn("again")).isEqualTo(Map.of("again/again-1", 1L, "again/again-2", 1L));
        assertThat(service.get(watches("again")).body().path("watches")).hasSize(1);
    }

    private static Map<String, Long> sequencesIn(String project) {
        var sequences = new HashMap<String, Long>();
        for (var record : service.all(Topics.MENTIONS)) {
            MentionEvent event = Topics.MENTIONS.value().deserializer().deserialize(record.topic(), record.value());
            if (event.project().equals(project)) {
                switch (event) {
                    case Found found -> sequences.put(Topics.projectKey(project, found.postId()), found.sequence());
                    case Withdrawn gone -> sequences.remove(Topics.projectKey(project, gone.postId()));
                }
            }
        }
        return sequences;
    }

    @Test
    void the_service_says_how_it_is() {
        eventually("/internal/status", answer -> {
            assertThat(answer.body().path("streams").asString()).isEqualTo("running");
            assertThat(answer.body().at("/lag/mentions").isNumber()).isTrue();
            assertThat(answer.body().at("/lag/indexing").isNumber()).isTrue();
            assertThat(answer.body().at("/elasticsearch/version").asString()).startsWith("8.");
            assertThat(answer.body().at("/elasticsearch/documents").isNumber()).isTrue();
        });
        assertThat(service.get("/actuator/health/liveness").status()).isEqualTo(200);
    }
}
