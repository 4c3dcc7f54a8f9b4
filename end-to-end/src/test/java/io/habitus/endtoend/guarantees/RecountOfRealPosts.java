package io.habitus.endtoend.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.endtoend.recount.Question;
import io.habitus.endtoend.recount.Said;
import io.habitus.endtoend.running.Months;
import io.habitus.endtoend.running.Project;
import io.habitus.endtoend.running.Pseudonyms;
import io.habitus.endtoend.running.RunningHabitus;
import io.habitus.endtoend.running.SharedHabitus;
import io.habitus.endtoend.running.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real posts, counted twice: by Habitus, and by a second reading of the query language that shares no code with it. Runs
 * where {@code HABITUS_SHARED} names the folder that holds {@code data/streams}; the posts are not ours to give away.
 */
@ExtendWith(SharedHabitus.class)
@EnabledIfEnvironmentVariable(named = "HABITUS_SHARED", matches = ".+", disabledReason = "HABITUS_SHARED is not set")
class RecountOfRealPosts {

    private static final int ALL = 7_226;

    private static final List<String> QUERIES = List.of(
            "bahn",
            "aufzug OR aufzüge OR rolltreppe*",
            "\"außer betrieb\"",
            "@DB_Bahn AND (verspät* OR \"zu spät\")",
            "#barrierefreiheit OR #barrierefrei",
            "bahnhof -hauptbahnhof NOT #s21",
            "(rollstuhl* OR kinderwagen) AND NOT berlin",
            "S-Bahn",
            "😡 OR 😂 OR 👏 OR 🙄",
            "köln AND lang:de AND type:post AND source:twitter");

    private static final int AIRLINE_TWEETS = 11_333;

    private static final List<String> AIRLINES =
            List.of("@united", "@usairways", "@americanair", "@southwestair", "@jetblue", "@virginamerica");

    /** A line of the file, as far as the recount needs it. */
    private record Post(String id, Instant at, Said said) {}

    @Test
    void ten_watches_count_and_find_what_a_second_program_does_and_a_second_import_changes_nothing(
            RunningHabitus habitus) throws IOException {
        Path file = Path.of(System.getenv("HABITUS_SHARED"), "data", "streams", "de_mobility_tweets.jsonl");
        List<Post> posts = posts(file);
        assertThat(posts).hasSize(ALL);
        Project project = Project.made(habitus, "real-posts");
        var watches = new HashMap<String, String>();
        for (int i = 0; i < QUERIES.size(); i++) {
            watches.put(QUERIES.get(i), project.watch("Real " + i, QUERIES.get(i)));
        }
        Instant start = Instant.now();
        JsonNode summary = project.imported(file);
        assertThat(summary.path("received").asLong()).isEqualTo(ALL);
        assertThat(summary.path("published").asLong()).isEqualTo(ALL);
        project.awaitQuiet();
        System.out.printf(
                "%,d real posts imported, searchable and counted in %d s%n",
                ALL, Duration.between(start, Instant.now()).toSeconds());
        compare(project, posts, watches, Pseudonyms.of(habitus, project));

        JsonNode again = project.imported(file);
        assertThat(again.path("received").asLong()).isEqualTo(ALL);
        assertThat(again.path("unreadable").asLong()).isZero();
        project.awaitQuiet();
        compare(project, posts, watches, Pseudonyms.of(habitus, project));
    }

    /** Tweets to six airlines in one week of 2015, replayed into the last seven days. */
    @Test
    void a_week_of_airlines_replayed_has_the_shares_and_the_moods_of_a_recount(RunningHabitus habitus)
            throws IOException {
        Path file = Path.of(System.getenv("HABITUS_SHARED"), "data", "streams", "en_airline_tweets.jsonl");
        List<Post> posts = posts(file);
        assertThat(posts).hasSize(AIRLINE_TWEETS);
        Project project = Project.made(habitus, "airlines");
        var watches = new HashMap<String, String>();
        AIRLINES.forEach(handle -> watches.put(handle, project.watch(handle.substring(1), handle)));
        JsonNode summary = project.typed("replay", file.toString(), "--squeeze", "7d", "--json")
                .done()
                .json();
        assertThat(summary.path("published").asLong()).isEqualTo(AIRLINE_TWEETS);
        project.awaitQuiet();

        String lastDays = "interval=day&tz=UTC&from=" + Instant.now().minus(Duration.ofDays(8)) + "&to="
                + Instant.now().plus(Duration.ofDays(1));
        Map<String, JsonNode> found = project.mentions("");
        for (String handle : AIRLINES) {
            Predicate<Said> question = Question.of(handle);
            long expected =
                    posts.stream().filter(post -> question.test(post.said)).count();
            JsonNode view = project.view(watches.get(handle), lastDays);
            assertThat(expected).as(handle).isPositive();
            assertThat(view.at("/total/posts").asLong()).as(handle).isEqualTo(expected);
            assertThat(piles(view.path("piles"))).as(handle).isEqualTo(moods(found, watches.get(handle)));
        }
    }

    private static Map<String, Long> piles(JsonNode shown) {
        var piles = new TreeMap<String, Long>();
        shown.properties()
                .forEach(pile -> piles.put(pile.getKey(), pile.getValue().asLong()));
        piles.values().removeIf(count -> count == 0);
        return piles;
    }

    /** How the mentions of a watch speak, as the search shows each. */
    private static Map<String, Long> moods(Map<String, JsonNode> found, String watch) {
        var moods = new TreeMap<String, Long>();
        for (JsonNode mention : found.values()) {
            if (mention.path("watchIds").valueStream().anyMatch(id -> id.asString()
                    .equals(watch))) {
                JsonNode polarity = mention.path("polarity");
                String mood = polarity.path("abstained").asBoolean()
                        ? "unsure"
                        : polarity.path("label").asString("unjudged");
                moods.merge(mood, 1L, Long::sum);
            }
        }
        return moods;
    }

    private static void compare(Project project, List<Post> posts, Map<String, String> watches, Pseudonyms pseudonyms) {
        Map<String, JsonNode> found = project.mentions("");
        for (String query : QUERIES) {
            Predicate<Said> question = Question.of(query);
            List<Post> heard =
                    posts.stream().filter(post -> question.test(post.said)).toList();
            assertThat(heard).as(query).isNotEmpty();
            String watch = watches.get(query);
            assertThat(project.volume(watch, "month")).as(query).isEqualTo(volumeByMonth(heard));
            Set<String> ids = new HashSet<>();
            found.values().stream()
                    .filter(mention -> mention.path("watchIds").valueStream().anyMatch(id -> id.asString()
                            .equals(watch)))
                    .forEach(mention -> ids.add(mention.path("id").asString()));
            Map<String, Post> expected = new HashMap<>();
            heard.forEach(post -> expected.put(pseudonyms.post("twitter", post.id), post));
            assertThat(ids).as(query).isEqualTo(expected.keySet());
            assertThat(project.count("watchId=" + watch)).as(query).isEqualTo(heard.size());
        }
    }

    private static Map<Instant, Volume> volumeByMonth(List<Post> heard) {
        var counts = new TreeMap<Instant, Long>();
        heard.forEach(post -> counts.merge(Months.startOf(post.at), 1L, Long::sum));
        var volumes = new TreeMap<Instant, Volume>();
        // The file names no authors.
        counts.forEach((month, count) -> volumes.put(month, new Volume(count, 0, 0, count)));
        return volumes;
    }

    private static List<Post> posts(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .map(json -> new Post(
                        json.path("id").asString(),
                        Instant.parse(json.path("created_at").asString()),
                        new Said(
                                null,
                                json.path("text").asString(),
                                json.path("lang").asString(),
                                json.path("source").asString(),
                                "post")))
                .toList();
    }
}
