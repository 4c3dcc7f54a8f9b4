package io.habitus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.habitus.simulator.SimulatedPost.Figures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Plan PLAN = new Plan(
            7,
            20_000,
            Instant.parse("2026-08-01T00:00:00Z"),
            Instant.parse("2026-10-30T00:00:00Z"),
            .4,
            Disorder.USUAL);

    @Test
    void the_same_seed_gives_the_same_lines_and_another_seed_gives_others() {
        List<String> lines = new Simulation(PLAN).lines().toList();
        assertThat(new Simulation(PLAN).lines()).containsExactlyElementsOf(lines);
        var other = new Plan(8, PLAN.posts(), PLAN.from(), PLAN.to(), .4, Disorder.USUAL);
        assertThat(new Simulation(other).lines()).doesNotContainAnyElementsOf(lines.subList(0, 100));
    }

    @Test
    void without_disorder_every_post_is_one_line_in_the_order_of_time() {
        List<JsonNode> lines = parsed(PLAN.with(Disorder.NONE));
        assertThat(lines).hasSize(PLAN.posts());
        assertThat(lines)
                .extracting(line -> Instant.parse(line.get("created_at").asString()))
                .isSorted()
                .allMatch(at -> !at.isBefore(PLAN.from()) && at.isBefore(PLAN.to()));
    }

    @Test
    void replaying_the_lines_by_the_rules_of_revisions_gives_the_truth() {
        var simulation = new Simulation(PLAN.with(Disorder.DOUBTFUL));
        Map<String, Replayed> replayed = replayed(simulation);
        assertThat(simulation.posts()).hasSize(PLAN.posts()).allSatisfy(truth -> {
            Replayed post = replayed.get(truth.id());
            assertThat(post.deleted).isEqualTo(truth.deleted());
            assertThat(post.text).isEqualTo(truth.text());
            assertThat(post.author).isEqualTo(truth.author());
            assertThat(post.at).isEqualTo(truth.statedAt());
            assertThat(post.figures).isEqualTo(truth.figures());
        });
    }

    @Test
    void disorder_comes_in_the_shares_that_were_asked_for() {
        var simulation = new Simulation(PLAN);
        Map<String, Integer> firstDelete = new HashMap<>();
        Map<String, Integer> firstCreate = new HashMap<>();
        Set<String> lines = new HashSet<>();
        int duplicates = 0;
        int number = 0;
        for (String line : (Iterable<String>) simulation.lines()::iterator) {
            JsonNode json = JSON.readTree(line);
            String id = json.get("id").asString();
            String operation = json.path("operation").asString("create");
            if (operation.equals("delete")) {
                firstDelete.putIfAbsent(id, number);
            }
            if (operation.equals("create")) {
                firstCreate.putIfAbsent(id, number);
                duplicates += lines.add(line) ? 0 : 1;
            }
            number++;
        }
        long before = firstDelete.keySet().stream()
                .filter(id -> firstDelete.get(id) < firstCreate.get(id))
                .count();
        assertThat(before).isCloseTo(200, withinPercentage(25));
        assertThat(firstDelete).hasSizeBetween(1_080, 1_320);
        assertThat(duplicates).isBetween(1_850, 2_150);
        assertThat(simulation.posts().filter(SimulatedPost::edited).count()).isBetween(800L, 1_000L);
    }

    @Test
    void every_watch_hears_some_posts_and_most_posts_are_about_something_else() {
        var heard = new HashMap<String, Integer>();
        var simulation = new Simulation(PLAN);
        simulation.posts().forEach(post -> post.heardBy().forEach(watch -> heard.merge(watch, 1, Integer::sum)));
        assertThat(heard.keySet())
                .containsExactlyInAnyOrderElementsOf(SimulatedWatches.all().stream()
                        .map(SimulatedWatches.SimulatedWatch::name)
                        .toList());
        assertThat(heard.values()).allMatch(count -> count >= 50);
        assertThat(simulation.posts().filter(post -> post.heardBy().isEmpty()).count())
                .isGreaterThan(PLAN.posts() / 2);
    }

    @Test
    void if_asked_every_text_names_a_brand() {
        var simulation = new Simulation(PLAN.heard(1));
        Set<String> brands = SimulatedWatches.brands().stream()
                .map(SimulatedWatches.SimulatedWatch::name)
                .collect(Collectors.toSet());
        assertThat(simulation.posts().limit(2_000))
                .allMatch(post -> post.heardBy().stream().anyMatch(brands::contains));
    }

    @Test
    void no_ordinary_word_is_a_brand_or_begins_like_one() {
        for (Vocabulary vocabulary : List.of(Vocabulary.GERMAN, Vocabulary.ENGLISH)) {
            assertThat(vocabulary.all()).doesNotHaveDuplicates().hasSizeGreaterThan(20_000);
            var words = new Utterance(vocabulary.all(), "de", "post", false);
            assertThat(SimulatedWatches.hearing(words)).isEmpty();
            assertThat(words.saysAny("kranich", "air", "akku", "batterie", "gewinnspiel"))
                    .isFalse();
        }
    }

    @Test
    void no_ordinary_word_praises_or_blames() {
        assertThat(Vocabulary.GERMAN.all()).doesNotContainAnyElementsOf(Tone.GERMAN.judging());
        assertThat(Vocabulary.ENGLISH.all()).doesNotContainAnyElementsOf(Tone.ENGLISH.judging());
    }

    @Test
    void a_doubtful_time_is_missing_or_not_when_the_post_was_written() {
        List<SimulatedPost> posts =
                new Simulation(PLAN.with(Disorder.DOUBTFUL)).posts().toList();
        assertThat(posts.stream().filter(post -> !post.createdAt().equals(post.statedAt())))
                .hasSizeBetween(500, 700);
        assertThat(posts.stream().filter(post -> post.statedAt() == null)).hasSizeBetween(100, 200);
        assertThat(new Simulation(PLAN).posts())
                .allMatch(post -> post.createdAt().equals(post.statedAt()));
    }

    @Test
    void an_even_plan_says_as_much_in_every_minute_and_has_ids_of_its_own() {
        var plan = new Plan(3, 6_000, PLAN.from(), PLAN.from().plusSeconds(6_000), .4, Disorder.NONE).evenly();
        List<SimulatedPost> posts = new Simulation(plan).posts().toList();
        assertThat(posts)
                .allMatch(post ->
                        Math.abs(Duration.between(plan.from(), post.createdAt()).toMillis() - post.number() * 1_000L)
                                <= 1_000);
        var later = new Simulation(plan.between(plan.from().plusSeconds(1), plan.to()));
        assertThat(posts)
                .extracting(SimulatedPost::id)
                .doesNotContain(later.post(7).id());
    }

    @Test
    void what_was_planted_is_written_as_one_json_object_a_line() throws IOException {
        var simulation = new Simulation(new Plan(1, 5_000, PLAN.from(), PLAN.to(), .4, Disorder.USUAL));
        var out = new ByteArrayOutputStream();
        long written = simulation.writePlanted(out);
        List<JsonNode> lines =
                out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
        assertThat(lines).hasSize((int) written);
        Map<String, Long> kinds = lines.stream()
                .collect(Collectors.groupingBy(line -> line.get("kind").asString(), Collectors.counting()));
        assertThat(kinds)
                .containsEntry("simulation", 1L)
                .containsEntry("watch", 12L)
                .containsEntry("persona", 6L)
                .containsEntry("own_word", 60L)
                .containsEntry("incident", (long) simulation.incidents().size())
                .containsEntry("thread", simulation.threads().count())
                .containsEntry("voice", simulation.voices().count());
    }

    @Test
    void who_carries_a_post_on_repeats_its_first_words() {
        var simulation = new Simulation(PLAN);
        List<SimulatedPost> reposts = simulation
                .posts()
                .filter(post -> post.isRepost() && post.number() < 2_000)
                .toList();
        assertThat(reposts).hasSizeGreaterThan(100).allSatisfy(repost -> {
            SimulatedPost original = simulation.post(number(repost.repostOf()));
            assertThat(original.number()).isLessThan(repost.number());
            if (!original.edited()) {
                assertThat(repost.text()).isEqualTo(original.text());
            }
        });
    }

    @Test
    void the_median_voice_says_about_three_things_and_some_say_many() {
        long[] posts = new Simulation(PLAN)
                        .posts()
                        .filter(post -> post.author() != null)
                        .collect(Collectors.groupingBy(SimulatedPost::author, Collectors.counting()))
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .sorted()
                        .toArray();
        assertThat(posts[posts.length / 2]).isBetween(2L, 4L);
        assertThat(Arrays.stream(posts).max().orElseThrow()).isGreaterThan(20);
    }

    @Test
    void lines_and_truth_are_written_as_utf_8_one_json_object_a_line() throws IOException {
        var simulation = new Simulation(new Plan(1, 500, PLAN.from(), PLAN.to(), .4, Disorder.USUAL));
        var lines = new ByteArrayOutputStream();
        var truth = new ByteArrayOutputStream();
        long written = simulation.writeLines(lines);
        simulation.writeTruth(truth);
        assertThat(lines.toString(StandardCharsets.UTF_8).lines())
                .hasSize((int) written)
                .allMatch(line -> JSON.readTree(line).get("source").asString().equals("simulated"));
        assertThat(truth.toString(StandardCharsets.UTF_8).lines()).hasSize(500).allMatch(line -> JSON.readTree(line)
                .has("heard_by"));
    }

    @Test
    void nonsense_is_refused() {
        assertThatThrownBy(() -> new Plan(1, 0, PLAN.from(), PLAN.to(), .4, Disorder.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Simulation(PLAN.between(PLAN.to(), PLAN.from())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Disorder(2, 0, 0, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
    }

    private static List<JsonNode> parsed(Plan plan) {
        return new Simulation(plan).lines().map(JSON::readTree).toList();
    }

    /** What a listener without any of our code would make of the lines of one post. */
    private static final class Replayed {
        boolean deleted;
        String text;
        String author;
        Instant at;
        Figures figures;
        long revision = -1;
        final Set<String> seen = new HashSet<>();
    }

    private static Map<String, Replayed> replayed(Simulation simulation) {
        var posts = new HashMap<String, Replayed>();
        for (String line : (Iterable<String>) simulation.lines()::iterator) {
            JsonNode json = JSON.readTree(line);
            Replayed post = posts.computeIfAbsent(json.get("id").asString(), id -> new Replayed());
            switch (json.path("operation").asString("create")) {
                case "delete" -> post.deleted = true;
                case "measure" -> post.figures = figures(json);
                default -> apply(post, json, line);
            }
        }
        return posts;
    }

    private static void apply(Replayed post, JsonNode json, String line) {
        if (json.has("views") && post.figures == null) {
            post.figures = figures(json);
        }
        long revision = json.path("revision").asLong(0);
        boolean edit = json.has("operation");
        boolean fresh = post.seen.add(line);
        if (revision < post.revision || (revision == post.revision && !fresh && !edit)) {
            return;
        }
        post.revision = revision;
        post.text = json.get("text").asString();
        post.author = json.has("author") ? json.get("author").get("id").asString() : null;
        post.at = json.has("created_at") ? Instant.parse(json.get("created_at").asString()) : null;
    }

    private static Figures figures(JsonNode json) {
        return new Figures(
                json.get("likes").asLong(),
                json.get("replies").asLong(),
                json.get("reposts").asLong(),
                json.get("views").asLong());
    }
}
