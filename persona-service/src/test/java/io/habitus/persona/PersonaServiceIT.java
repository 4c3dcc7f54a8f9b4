package io.habitus.persona;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.backends.FreePorts;
import io.habitus.backends.junit.Backends;
import io.habitus.contracts.Polarity.Pile;
import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.SourceType;
import io.habitus.contracts.Topics;
import io.habitus.contracts.WatchEvent;
import io.habitus.tagging.Handles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The service as others see it: events in, answers out. */
class PersonaServiceIT {

    @RegisterExtension
    static final Backends BACKENDS = Backends.shared();

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext service;
    private static MentionsTopic mentions;
    private static Asking asking;

    private final String project = "project-" + UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @BeforeAll
    static void start() throws Exception {
        mentions = new MentionsTopic(BACKENDS.bootstrapServers());
        int port = FreePorts.any();
        service = PersonaService.start(
                "--server.port=" + port,
                "--spring.kafka.bootstrap-servers=" + BACKENDS.bootstrapServers(),
                "--persona.state-dir=" + folder,
                "--persona.partitions=" + MentionsTopic.PARTITIONS);
        asking = new Asking(port);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> asking.ask("/actuator/health/readiness").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
        mentions.close();
    }

    @Test
    void what_was_said_is_seen_live_and_in_any_range() throws Exception {
        mentions.write(List.of(
                said("1", now.minusSeconds(1), "anna", "bahn"),
                said("2", now.minus(Duration.ofDays(400)), "berta", "bahn"),
                said("3", now.minus(Duration.ofDays(400)), "berta", "bus")));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var day = asking.json(watch("bahn") + "/view?window=day");
            assertThat(day.at("/total/posts").asLong()).isEqualTo(1);
            assertThat(day.get("interval").asString()).isEqualTo("hour");
            assertThat(day.get("window").asString()).isEqualTo("day");
            // One offset per partition that was counted: keys fall where they fall.
            assertThat(day.get("asOf").size()).isBetween(1, 2);
            assertThat(asking.json(watch("bahn") + "/view?interval=month")
                            .at("/total/posts")
                            .asLong())
                    .isEqualTo(2);
        });
        var all = asking.json(watch("bahn") + "/view?interval=month&tz=Europe/Berlin");
        assertThat(all.at("/total/voices").asLong()).isEqualTo(2);
        assertThat(all.get("series").size()).isEqualTo(2);
        assertThat(all.get("tz").asString()).isEqualTo("Europe/Berlin");
        assertThat(all.get("first").asString())
                .isEqualTo(now.minus(Duration.ofDays(400)).toString());
        assertThat(all.get("last").asString()).isEqualTo(now.minusSeconds(1).toString());
        assertThat(all.has("window")).isFalse();
    }

    @Test
    void the_views_of_a_project_are_side_by_side() throws Exception {
        mentions.write(List.of(
                said("1", now.minusSeconds(1), "anna", "bahn", "bus"),
                said("2", now.minus(Duration.ofDays(400)), "berta", "bus")));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var views = asking.json("/api/v1/projects/" + project + "/views?window=week")
                    .get("views");
            assertThat(views.valueStream().map(view -> view.get("watch").asString()))
                    .containsExactly("bahn", "bus");
            assertThat(views.valueStream().map(view -> view.at("/total/posts").asLong()))
                    .containsExactly(1L, 1L);
            var ranges = asking.json("/api/v1/projects/" + project + "/views?interval=day")
                    .get("views");
            assertThat(ranges.valueStream().map(view -> view.at("/total/posts").asLong()))
                    .containsExactly(1L, 2L);
        });
        var ranges = asking.json("/api/v1/projects/" + project + "/views?interval=day")
                .get("views");
        assertThat(ranges.valueStream().map(view -> view.get("from").asString()).distinct())
                .containsExactly(now.minus(Duration.ofDays(400)).toString());
    }

    /** Followers that left are noticed by the next beat; one that only asked for the head never would be. */
    @Test
    void who_asks_for_the_head_of_a_stream_follows_nothing() throws Exception {
        for (String path : List.of(watch("bahn") + "/view/stream", "/api/v1/projects/" + project + "/views/stream")) {
            assertThat(asking.headStatus(path)).isEqualTo(200);
        }
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertThat(
                        asking.ask("/actuator/prometheus").body().lines())
                .contains("persona_followers 0.0"));
    }

    @Test
    void whoever_follows_a_watch_is_told_of_every_change() throws Exception {
        try (Followed live = asking.follow(watch("bahn") + "/view/stream?window=hour", null)) {
            Followed.Event first = live.next();
            assertThat(first.name()).isEqualTo("view");
            assertThat(first.data().at("/total/posts").asLong()).isZero();

            mentions.write(List.of(said("1", now.minusSeconds(1), "anna", "bahn")));
            live.until(event -> event.data().at("/total/posts").asLong() == 1);
            mentions.write(List.of(said("2", now.minusSeconds(1), "berta", "bahn")));
            Followed.Event second =
                    live.until(event -> event.data().at("/total/posts").asLong() == 2);
            assertThat(second.name()).isEqualTo("difference");
            assertThat(second.data().get("asOf").size()).isPositive();
            assertThat(second.data().get("series").isObject()).isTrue();
        }
    }

    @Test
    void whoever_hears_nothing_new_hears_that_the_connection_stands() throws Exception {
        mentions.write(List.of(said("1", now.minusSeconds(1), "anna", "bahn")));
        try (Followed live = asking.follow(watch("bahn") + "/view/stream?window=week", null)) {
            String last = live.until(event -> event.data().at("/total/posts").asLong() == 1)
                    .id();
            Followed.Event beat = live.until(event -> event.name().equals("beat"));
            assertThat(beat.data().isObject()).isTrue();
            assertThat(beat.id()).as("still the place to go on from").isEqualTo(last);
        }
    }

    @Test
    @Timeout(120)
    void whoever_follows_a_watch_is_told_its_own_words_and_told_them_anew_when_they_have_changed() throws Exception {
        elsewhere(0, "Heute ist das Wetter in der Stadt schön und alle gehen in den Park");
        String last;
        try (Followed live = asking.follow(watch("bahn") + "/view/stream?window=day", null)) {
            assertThat(live.next().name()).isEqualTo("view");
            Followed.Event first = live.until(event -> event.name().equals("words"));
            assertThat(first.data().get("texts").asInt()).isZero();

            mentions.write(
                    List.of(said("1", now.minusSeconds(1), "anna", "bahn").speaking(Pile.NEUTRAL)));
            Followed.Event view =
                    live.until(event -> event.data().at("/total/posts").asLong() == 1);
            Followed.Event second = live.until(event -> event.name().equals("words"));
            assertThat(second.data().get("texts").asInt()).isEqualTo(1);
            assertThat(second.data().at("/languages/0/comparison").asString()).startsWith("too-few-voices");
            assertThat(second.data().propertyNames())
                    .isEqualTo(asking.json(watch("bahn") + "/words?window=day").propertyNames());
            last = second.id();
            assertThat(offset(last)).as("the id is that of a view").isGreaterThanOrEqualTo(offset(view.id()));
        }

        try (Followed live = asking.follow(watch("bahn") + "/view/stream?window=day", last)) {
            Followed.Event again = live.until(event -> event.name().equals("words"));
            assertThat(again.data().get("texts").asInt()).isEqualTo(1);
        }
    }

    private static long offset(String id) {
        return Long.parseLong(id.substring("0:".length()));
    }

    @Test
    void who_comes_back_is_told_only_what_is_new() throws Exception {
        mentions.write(List.of(said("1", now.minusSeconds(1), "anna", "bahn")));
        String last;
        try (Followed live = asking.follow("/api/v1/projects/" + project + "/views/stream", null)) {
            last = live.until(event -> event.data().at("/total/posts").asLong() == 1)
                    .id();
        }
        mentions.write(List.of(said("2", now.minusSeconds(1), "berta", "bus")));

        try (Followed live = asking.follow("/api/v1/projects/" + project + "/views/stream", last)) {
            Followed.Event event = live.next();
            assertThat(event.name()).isEqualTo("view");
            assertThat(event.data().get("watch").asString()).isEqualTo("bus");
        }
        try (Followed live = asking.follow(watch("bahn") + "/view/stream", "0:999999999")) {
            assertThat(live.next().name()).isEqualTo("reset");
            assertThat(live.next().name()).isEqualTo("view");
        }
    }

    @Test
    void words_that_its_voices_use_more_than_others_are_its_own() throws Exception {
        listensTo("bahn", "bahn");
        for (int voice = 0; voice < 200; voice++) {
            elsewhere(
                    voice,
                    "Heute ist das Wetter in der Stadt %s und alle gehen in den Park, sagen viele Leute aus der Nachbarschaft am Morgen"
                            .formatted(WEATHER[voice % 4]));
        }
        var heard = new java.util.ArrayList<Said>();
        for (int voice = 0; voice < 60; voice++) {
            String what = voice % 2 == 0 ? "die Rolltreppe steht" : "alle Rolltreppen stehen";
            heard.add(said(post(voice), now.minusSeconds(1), voice(voice), "bahn")
                    .speaking(Pile.NEGATIVE)
                    .saying(ofRolltreppe(voice, what)));
            // Of what is sampled, the watch hears these itself: nothing to compare with.
            sampled(post(voice), voice(voice), now.minusSeconds(1), ofRolltreppe(voice, what));
        }
        mentions.write(heard);

        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    var answer =
                            asking.json(watch("bahn") + "/words?from=" + now.minusSeconds(100) + "&to=" + clockNow());
                    assertThat(answer.get("texts").asInt()).isEqualTo(60);
                    assertThat(answer.get("sampled").asInt()).isEqualTo(200);
                    var words = answer.get("words");
                    assertThat(words.valueStream().map(word -> word.get("text").asString()))
                            .anyMatch(word -> word.startsWith("Rolltreppe"))
                            .noneMatch(word -> word.equalsIgnoreCase("Bahn") || word.equalsIgnoreCase("Wetter"));
                    var own = words.valueStream()
                            .filter(word -> word.get("text").asString().startsWith("Rolltreppe"))
                            .findFirst()
                            .orElseThrow();
                    assertThat(own.get("voices").asInt()).isEqualTo(60);
                    assertThat(own.get("voicesElsewhere").asInt()).isZero();
                    assertThat(own.get("lower").asDouble()).isPositive();
                    assertThat(own.has("upper")).isFalse();
                    // As written, for whoever reads it: no handle is in it, official or not, and no line ends.
                    assertThat(own.get("quotes").valueStream()).isNotEmpty().allSatisfy(quote -> assertThat(
                                    quote.get("text").asString())
                            .contains("Rolltreppe")
                            .doesNotContain("@", "\n")
                            .satisfies(text -> assertThat(
                                            written(heard, quote.get("postId").asString()))
                                    .contains(text)));
                    var german = answer.at("/languages/0");
                    assertThat(german.get("wordsCompared").asDouble())
                            .isPositive()
                            .isLessThanOrEqualTo(german.get("wordsPerVoice").asDouble())
                            .isLessThanOrEqualTo(
                                    german.get("wordsPerVoiceElsewhere").asDouble());
                });
    }

    @Test
    void words_of_those_who_speak_ill_of_it_are_compared_with_what_its_others_say() throws Exception {
        listensTo("linie", "linie");
        var heard = new java.util.ArrayList<Said>();
        for (int voice = 0; voice < 120; voice++) {
            boolean isAngry = voice % 2 == 0;
            heard.add(said(post(voice), now.minusSeconds(1), voice(voice), "linie")
                    .speaking(isAngry ? Pile.NEGATIVE : Pile.POSITIVE)
                    .saying("Heute mit der Linie gefahren, das Wetter war %s, und wieder %s"
                            .formatted(
                                    WEATHER[voice % 4],
                                    isAngry ? "fällt der Aufzug am Bahnhof aus" : "hilft das Personal am Bahnhof")));
        }
        mentions.write(heard);

        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    String asked = watch("linie") + "/words?from=" + now.minusSeconds(100) + "&to=" + clockNow();
                    var answer = asking.json(asked + "&polarity=negative");
                    assertThat(answer.get("polarity").asString()).isEqualTo("negative");
                    assertThat(answer.get("texts").asInt()).isEqualTo(60);
                    assertThat(answer.get("sampled").asInt()).isEqualTo(60);
                    assertThat(answer.get("words").valueStream().map(word -> word.get("text")
                                    .asString()))
                            .anyMatch(word -> word.contains("Aufzug"))
                            .noneMatch(word -> word.contains("Personal") || word.contains("Wetter"));
                    assertThat(asking.json(asked + "&polarity=positive")
                                    .get("words")
                                    .valueStream()
                                    .map(word -> word.get("text").asString()))
                            .anyMatch(word -> word.contains("Personal"))
                            .noneMatch(word -> word.contains("Aufzug"));
                });
    }

    @Test
    void what_was_said_before_the_sample_begins_is_not_compared_and_that_is_said() throws Exception {
        listensTo("lange", "bahn");
        var heard = new java.util.ArrayList<Said>();
        for (int voice = 0; voice < 40; voice++) {
            elsewhere(voice, "Heute ist das Wetter in der Stadt schön und alle gehen in den Park");
            heard.add(said(post(voice), now.minusSeconds(1), voice(voice), "lange")
                    .speaking(Pile.NEUTRAL));
            heard.add(said(post(500 + voice), now.minus(Duration.ofDays(90)), voice(voice), "lange")
                    .speaking(Pile.NEUTRAL));
        }
        mentions.write(heard);

        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    var answer = asking.json(watch("lange") + "/words?to=" + clockNow());
                    assertThat(answer.get("sampled").asInt()).isEqualTo(40);
                    assertThat(answer.get("texts").asInt()).isEqualTo(40);
                    assertThat(answer.get("comparedFrom").asString())
                            .isEqualTo(now.minusSeconds(50).toString());
                });
    }

    private static String ofRolltreppe(int voice, String what) {
        return "Hallo @db_bahn! Bei der Bahn heute wieder: %s, das Wetter ist %s\nGruß an @anna und alle"
                .formatted(what, WEATHER[voice % 4]);
    }

    private static String written(List<Said> heard, String post) {
        return heard.stream()
                .filter(said -> said.post().equals(post))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void where_few_voices_speak_it_says_so_instead_of_words() throws Exception {
        mentions.write(List.of(said("1", now.minusSeconds(1), "anna", "leise").speaking(Pile.NEUTRAL)));
        listensTo("leise", "leise");

        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    var answer = asking.json(watch("leise") + "/words?window=day");
                    assertThat(answer.get("texts").asInt()).isEqualTo(1);
                    assertThat(answer.get("words").size()).isZero();
                    assertThat(answer.at("/languages/0/comparison").asString()).startsWith("too-few-voices");
                });
    }

    private static final String[] WEATHER = {"schön", "schlecht", "kalt", "warm"};

    private String clockNow() {
        return Instant.now().plusSeconds(1).toString();
    }

    private static String voice(int number) {
        return "%016x".formatted((number + 1) * 0x9E3779B97F4A7C15L) + "ab".repeat(8);
    }

    private static String post(int number) {
        return "%032x".formatted(number + 1);
    }

    private void listensTo(String watch, String query) throws Exception {
        mentions.write(
                Topics.WATCHES,
                Topics.projectKey(project, watch),
                new WatchEvent.Saved(project, watch, 1, watch, query, now, now));
    }

    private void elsewhere(int voice, String text) throws Exception {
        sampled(post(1_000 + voice), voice(1_000 + voice), now.minusSeconds(50), text);
    }

    private void sampled(String post, String voice, Instant at, String text) throws Exception {
        mentions.write(
                Topics.SAMPLE,
                Topics.projectKey(project, post),
                new SampleEvent.Heard(
                        project,
                        post,
                        at,
                        voice,
                        "de",
                        SourceType.POST,
                        null,
                        Handles.masked(text),
                        SampleEvent.shareOf(0)));
    }

    /** As {@code OpenApiTest} of api-gateway wants it described. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/watches/bahn/view",
                "/watches/bahn/view/stream",
                "/watches/bahn/words",
                "/views",
                "/views/stream"
            })
    void a_window_there_is_not_is_422_and_says_so(String question) throws Exception {
        var answer = asking.ask("/api/v1/projects/" + project + question + "?window=foo");
        assertThat(answer.statusCode()).isEqualTo(422);
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("window");
        assertThat(problem.at("/errors/0/message").asString()).isNotBlank();
    }

    @Test
    void a_watch_nobody_has_heard_of_has_zeros() throws Exception {
        var day = asking.json(watch("unheard") + "/view?window=day");
        var range = asking.json(watch("unheard") + "/view?from=2026-01-01&to=2026-02-01");

        assertThat(day.at("/total/posts").asLong()).isZero();
        assertThat(range.at("/total/posts").asLong()).isZero();
        assertThat(range.get("series").size()).isZero();
        assertThat(range.get("interval").asString()).isEqualTo("day");
        assertThat(range.has("expected")).as("nobody asked").isFalse();
        var expected = asking.json(watch("unheard") + "/view?from=2026-01-01&to=2026-02-01&expected=true");
        assertThat(expected.at("/expected/state").asString()).isEqualTo("learning");
        assertThat(expected.at("/expected/knownDays").asInt(-1)).isZero();
        assertThat(expected.at("/expected/series").isEmpty()).isTrue();
        assertThat(expected.get("expected").has("total")).isFalse();
        for (var nothingToLearnFrom : List.of("to=2026-02-01", "from=2126-01-01&to=2126-02-01")) {
            var asked = watch("unheard") + "/view?interval=day&expected=true&" + nothingToLearnFrom;
            assertThat(asking.json(asked).has("expected"))
                    .as(nothingToLearnFrom)
                    .isFalse();
        }
        assertThat(asking.json("/api/v1/projects/" + project + "/views")
                        .get("views")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window=year",
                "from=2026-02-01&to=2026-01-01",
                "from=2026-01-01&tz=Mars",
                "from=yesterday",
                "from=2026-01-01&expected=maybe",
                "from=2025-01-01&to=2026-01-01&interval=minute"
            })
    void what_makes_no_sense_is_a_problem_and_says_why(String query) throws Exception {
        var answer = asking.ask(watch("bahn") + "/view?" + query);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"detail\"", "\"errors\"");
    }

    @Test
    void what_is_not_there_is_a_problem_too() throws Exception {
        var answer = asking.ask("/api/v1/nowhere");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void a_record_nobody_can_read_is_passed_and_all_is_counted() throws Exception {
        mentions.write(project + "/broken", "no event".getBytes(UTF_8));
        mentions.write(List.of(said("broken", now.minusSeconds(1), "anna", "bahn")));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(asking.json(watch("bahn") + "/view?window=hour")
                            .at("/total/posts")
                            .asLong())
                    .isEqualTo(1);
            assertThat(asking.json("/internal/status").get("lag").asLong()).isZero();
        });
        assertThat(asking.json("/internal/status").get("setAside").asLong()).isPositive();
        assertThat(asking.ask("/actuator/prometheus").body())
                .contains("persona_mentions_total{outcome=\"set-aside\"}")
                .contains("persona_mentions_total{outcome=\"counted\"}");
    }

    /** Whatever is erased must be gone from all of them within about a day. */
    @Test
    void no_topic_that_texts_pass_through_keeps_a_segment_for_long() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", BACKENDS.bootstrapServers()))) {
            var inner = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith("persona-views-"))
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            assertThat(inner)
                    .extracting(ConfigResource::name)
                    .contains("persona-views-differences-repartition", "persona-views-texts-changelog");
            assertThat(admin.describeConfigs(inner).all().get()).allSatisfy((topic, config) -> assertThat(
                            Long.parseLong(config.get("segment.ms").value()))
                    .as(topic.name())
                    .isLessThanOrEqualTo(Duration.ofDays(1).toMillis()));
        }
    }

    private String watch(String watch) {
        return "/api/v1/projects/" + project + "/watches/" + watch;
    }

    private Said said(String post, Instant at, String author, String... watches) {
        return new Said(project, post, 1, at, false, author, null, "Die Bahn kommt nicht.", List.of(watches));
    }
}
