package io.habitus.analysis.watches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.habitus.analysis.watches.Watchlist.Hit;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.SourceType;
import io.habitus.contracts.WatchEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchlistTest {

    private final Watchlist watchlist = new Watchlist();
    private long offset;

    @AfterEach
    void close() {
        watchlist.close();
    }

    private void save(String project, String watch, long version, String query) {
        watchlist.apply(
                new WatchEvent.Saved(project, watch, version, "any name", query, Instant.EPOCH, Instant.EPOCH),
                offset++);
    }

    private void remove(String project, String watch, long version) {
        watchlist.apply(new WatchEvent.Removed(project, watch, version, Instant.EPOCH), offset++);
    }

    private static PostEvent.Published post(String text) {
        return post(null, null, text);
    }

    private static PostEvent.Published post(String project, String title, String text) {
        return new PostEvent.Published(
                "id",
                project,
                "twitter",
                SourceType.REPLY,
                0,
                false,
                Instant.EPOCH,
                false,
                "de",
                null,
                title,
                text,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void a_post_is_heard_by_the_watches_it_meets_in_their_versions() {
        save("b", "akku", 3, "akku");
        save("a", "zug", 1, "züge OR zug");
        save("a", "akku", 2, "akku type:reply lang:de source:twitter");
        save("a", "bus", 1, "bus");
        assertThat(watchlist.match(post("Zug und Akku")))
                .containsExactly(new Hit("a", "akku", 2), new Hit("a", "zug", 1), new Hit("b", "akku", 3));
        assertThat(watchlist.match(post("nichts davon"))).isEmpty();
    }

    @Test
    void the_largest_query_costs_no_other_watch_its_post() {
        var nots = IntStream.range(0, 600).mapToObj(i -> "NOT b" + i).collect(Collectors.joining(" OR "));
        save("p", "large", 1, "bahn AND NOT (" + nots + ")");
        save("q", "other", 1, "bahn");
        assertThat(watchlist.match(post("Bahn"))).contains(new Hit("q", "other", 1));
    }

    @Test
    void title_and_text_are_heard_alike_but_no_phrase_spans_both() {
        save("p", "word", 1, "guter service");
        save("p", "phrase", 1, "\"guter service\"");
        assertThat(watchlist.match(post(null, "Guter", "Service")))
                .extracting(Hit::watch)
                .containsExactly("word");
        assertThat(watchlist.match(post(null, "Guter Service", "")))
                .extracting(Hit::watch)
                .containsExactly("phrase", "word");
    }

    @Test
    void a_post_of_a_project_is_heard_by_that_project_only() {
        save("a", "zug", 1, "zug");
        save("b", "zug", 1, "zug");
        assertThat(watchlist.match(post("b", null, "Zug"))).containsExactly(new Hit("b", "zug", 1));
        assertThat(watchlist.match(post("c", null, "Zug"))).isEmpty();
    }

    @Test
    void a_changed_watch_hears_by_its_new_query_only() {
        save("p", "w", 1, "\"alter zug\" OR bus* OR #a");
        save("p", "other", 1, "zug");
        save("p", "w", 2, "neu");
        assertThat(watchlist.match(post("alter Zug busse #a"))).containsExactly(new Hit("p", "other", 1));
        assertThat(watchlist.match(post("neu"))).containsExactly(new Hit("p", "w", 2));
    }

    @Test
    void a_removed_watch_hears_nothing_until_it_comes_back() {
        save("p", "w", 1, "zug");
        assertThat(watchlist.match(post("Zug"))).hasSize(1);
        remove("p", "w", 2);
        assertThat(watchlist.match(post("Zug"))).isEmpty();
        save("p", "w", 3, "zug");
        assertThat(watchlist.match(post("Zug"))).containsExactly(new Hit("p", "w", 3));
        remove("p", "never-there", 1);
        assertThat(watchlist.match(post("Zug"))).hasSize(1);
    }

    @Test
    void a_query_that_cannot_be_read_hears_nothing_is_told_and_stops_nothing() {
        save("p", "bad", 1, "zug AND (");
        save("p", "good", 1, "zug");
        assertThat(watchlist.match(post("Zug"))).containsExactly(new Hit("p", "good", 1));
        assertThat(watchlist.unreadable()).containsExactly(new Hit("p", "bad", 1));
        save("p", "good", 2, "NEAR/5");
        assertThat(watchlist.match(post("Zug"))).isEmpty();
        save("p", "bad", 2, "zug");
        remove("p", "good", 3);
        assertThat(watchlist.match(post("Zug"))).containsExactly(new Hit("p", "bad", 2));
        assertThat(watchlist.unreadable()).isEmpty();
    }

    @Test
    void a_replay_changes_nothing() {
        save("p", "w", 1, "zug");
        save("p", "w", 2, "bus");
        offset = 0;
        save("p", "w", 1, "zug");
        assertThat(watchlist.appliedUpTo()).isEqualTo(1);
        assertThat(watchlist.match(post("Zug Bus"))).containsExactly(new Hit("p", "w", 2));
    }

    @Test
    void waiting_for_a_change_ends_when_it_is_there()
            throws InterruptedException, ExecutionException, TimeoutException {
        assertThat(watchlist.appliedUpTo()).isEqualTo(-1);
        assertThat(watchlist.awaitApplied(-1, Duration.ZERO)).isTrue();
        assertThat(watchlist.awaitApplied(0, Duration.ofMillis(1))).isFalse();
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return watchlist.awaitApplied(1, Duration.ofMinutes(1));
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        });
        save("p", "w", 1, "zug");
        save("p", "w", 2, "zug");
        assertThat(waiting.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void no_post_is_matched_by_half_of_a_change() {
        save("p", "w", 1, IntStream.range(0, 50).mapToObj(i -> "alt" + i).collect(Collectors.joining(" OR ")));
        var done = new AtomicBoolean();
        var changing = CompletableFuture.runAsync(() -> {
            for (int version = 2; version < 400; version++) {
                save("p", "w", version, version % 2 == 0 ? "neu" : "alt7 OR alt8");
            }
            done.set(true);
        });
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            while (!done.get()) {
                assertThat(watchlist.match(post("neu alt7"))).hasSize(1).allMatch(hit -> hit.watch()
                        .equals("w"));
            }
            changing.join();
        });
    }

    @Test
    void the_largest_queries_are_heard() {
        save("p", "many", 1, IntStream.range(0, 1_024).mapToObj(i -> "w" + i).collect(Collectors.joining(" OR ")));
        save("p", "all", 1, IntStream.range(0, 1_024).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")));
        save(
                "p",
                "none",
                1,
                "w1 " + IntStream.range(2, 1_024).mapToObj(i -> "-x" + i).collect(Collectors.joining(" ")));
        save(
                "p",
                "phrase",
                1,
                IntStream.range(0, 1_024).mapToObj(i -> "w" + i).collect(Collectors.joining(" ", "\"", "\"")));
        save("p", "deep", 1, "w1 AND (NOT a OR ".repeat(63) + "w7" + ")".repeat(63));
        var everything = IntStream.range(0, 1_024).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        assertThat(watchlist.match(post(everything)))
                .extracting(Hit::watch)
                .containsExactly("all", "deep", "many", "none", "phrase");
        assertThat(watchlist.match(post("w7"))).extracting(Hit::watch).containsExactly("many");
    }

    @Test
    void any_text_can_be_matched() {
        save("p", "w", 1, "😡 OR abc* OR \"b c\" OR #d");
        for (var text : new String[] {"", " ", "\uD800", "\u0000", "a".repeat(1_000_000), "a ".repeat(500_000)}) {
            assertThat(watchlist.match(post(text))).isEmpty();
        }
        assertThat(watchlist.match(post("b c ".repeat(200_000) + "😡"))).hasSize(1);
    }

    /** The second watch of each pair excludes what is never said, so that only the monitor can take it. */
    @Test
    void what_is_looked_up_in_a_table_is_heard_as_what_is_searched_for() {
        var random = new Random(20261122);
        var words =
                List.of("bahn", "Bahnhof", "bahnt", "Zug", "straße", "STRASSE", "ÖPNV", "😡", "db.de", "über", "ab");
        var asked =
                List.of("bahn", "bahn*", "zug", "#bahn", "@bahn", "#ÖPNV", "strasse", "😡", "db.de", "str*", "ueber");
        var pairs = 60;
        for (int pair = 0; pair < pairs; pair++) {
            var query = random.ints(1 + random.nextInt(4), 0, asked.size())
                    .mapToObj(asked::get)
                    .collect(Collectors.joining(" OR "));
            save("a", "table" + pair, 1, query);
            save("a", "search" + pair, 1, "(" + query + ") -niemals");
        }
        var heard = 0;
        for (int post = 0; post < 2_000; post++) {
            var text = random.ints(1 + random.nextInt(6), 0, words.size())
                    .mapToObj(word -> List.of("", "", "#", "@").get(random.nextInt(4)) + words.get(word))
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ", "));
            var hits = watchlist.match(post(text)).stream().map(Hit::watch).collect(Collectors.toSet());
            for (int pair = 0; pair < pairs; pair++) {
                assertThat(hits.contains("table" + pair)).as(text).isEqualTo(hits.contains("search" + pair));
            }
            heard += hits.size();
        }
        assertThat(heard).isGreaterThan(20_000);
    }

    @Test
    void a_watch_may_become_a_simple_one_and_back() {
        save("a", "w", 1, "bahn");
        assertThat(watchlist.match(post("die bahn"))).containsExactly(new Hit("a", "w", 1));
        save("a", "w", 2, "bahn -zug");
        assertThat(watchlist.match(post("die bahn"))).containsExactly(new Hit("a", "w", 2));
        assertThat(watchlist.match(post("die bahn, der zug"))).isEmpty();
        save("a", "w", 3, "zug OR #bahn");
        assertThat(watchlist.match(post("die bahn"))).isEmpty();
        assertThat(watchlist.match(post("die #bahn, der zug"))).containsExactly(new Hit("a", "w", 3));
        remove("a", "w", 4);
        assertThat(watchlist.match(post("die #bahn, der zug"))).isEmpty();
    }
}
