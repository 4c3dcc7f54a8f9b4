package io.habitus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.analysis.watches.Watchlist;
import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.SourceType;
import io.habitus.contracts.WatchEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlantedPostsTest {

    private static final Instant FROM = Instant.parse("2026-11-21T00:00:00Z");
    private static final int POSTS = 1_000;

    @Test
    void the_watches_hear_exactly_the_posts_they_are_said_to_hear() throws IOException {
        var planted = planted(7, .3, 2, 1);
        try (var list = new Watchlist()) {
            for (int i = 0; i < 7; i++) {
                list.apply(new WatchEvent.Saved("default", "w" + i, 1, "w" + i, PlantedPosts.query(i), FROM, FROM), i);
            }
            List<JsonNode> lines = lines(planted);
            for (int number = 0; number < POSTS; number++) {
                var heard = list.match(published(lines.get(number))).stream()
                        .map(hit -> hit.watch())
                        .toList();

                assertThat(heard)
                        .containsExactlyInAnyOrderElementsOf(planted.watchesOf(number).stream()
                                .map(watch -> "w" + watch)
                                .toList());
            }
        }
    }

    @Test
    void the_share_is_exact_and_every_watch_gets_as_much() {
        var planted = planted(10, .3, 2, 1);
        var byWatch = new int[10];
        for (int number = 0; number < POSTS; number++) {
            planted.watchesOf(number).forEach(watch -> byWatch[watch]++);
        }

        assertThat(planted.heard(POSTS)).isEqualTo(300);
        assertThat(byWatch).containsOnly(60);
    }

    @Test
    void ids_are_distinct_also_from_those_of_another_beginning() {
        var ids = new HashSet<String>();
        lines(planted(5, 1, 1, 1)).forEach(line -> ids.add(line.path("id").asString()));
        var later = new PlantedPosts(settings(5, 1, 1), POSTS, 1, FROM.plusSeconds(1), FROM.plusSeconds(100));
        lines(later).forEach(line -> ids.add(line.path("id").asString()));

        assertThat(ids).hasSize(2 * POSTS);
    }

    private static PlantedPosts planted(int watches, double heard, int hits, long seed) {
        return new PlantedPosts(settings(watches, heard, hits), POSTS, seed, FROM, FROM.plus(Duration.ofDays(1)));
    }

    private static Settings settings(int watches, double heard, int hits) {
        return new Settings(
                POSTS,
                0,
                watches,
                heard,
                hits,
                100,
                Duration.ZERO,
                Duration.ofSeconds(5),
                1,
                EnumSet.allOf(Settings.Measure.class));
    }

    private static List<JsonNode> lines(PlantedPosts posts) {
        var lines = new ArrayList<JsonNode>();
        posts.lines()
                .forEachRemaining(
                        line -> lines.add(JsonMapper.shared().readTree(new String(line, StandardCharsets.UTF_8))));
        return lines;
    }

    private static Published published(JsonNode line) {
        return new Published(
                "0".repeat(32),
                null,
                "simulated",
                SourceType.POST,
                0,
                false,
                FROM,
                false,
                line.path("lang").asString(),
                null,
                null,
                line.path("text").asString(),
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
}
