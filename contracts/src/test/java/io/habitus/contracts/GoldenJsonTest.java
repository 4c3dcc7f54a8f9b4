package io.habitus.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every event in every version stands in {@code golden/} as JSON. A file is never edited once released: it must stay
 * readable for ever, and today's writer must still say the same.
 */
class GoldenJsonTest {

    private static final Instant AT = Instant.parse("2026-11-22T14:05:00.250Z");
    private static final String POST = "0123456789abcdef0123456789abcdef";
    private static final String AUTHOR = "fedcba9876543210fedcba9876543210";

    private static final PostEvent.Published PUBLISHED = new PostEvent.Published(
            POST,
            "default",
            "twitter",
            SourceType.REPLY,
            7,
            true,
            AT,
            false,
            "de",
            "forum.example.de",
            "Späte Bahn",
            "Der Zug ist \"zu spät\" 😡",
            AUTHOR,
            120L,
            "t",
            "p",
            "r",
            "q",
            new Rating(2, 5),
            new Place("DE", "Niedersachsen", "Hannover"),
            new Engagement(1L, 2L, 3L, 4L),
            "c2VjcmV0");

    private record Golden<T>(String file, Topic<?, T> topic, T event) {}

    private static final List<Golden<?>> ALL = List.of(
            new Golden<>("post-published.v1", Topics.POSTS, PUBLISHED),
            new Golden<>("post-retracted.v1", Topics.POSTS, new PostEvent.Retracted(POST, "twitter")),
            new Golden<>(
                    "post-measured.v1",
                    Topics.POSTS,
                    new PostEvent.Measured(POST, "twitter", new Engagement(10L, null, 3L, null), AT)),
            new Golden<>(
                    "post-author-changed.v1",
                    Topics.POSTS,
                    new PostEvent.AuthorChanged(AUTHOR, AuthorStatus.ERASED, AT)),
            new Golden<>("author.v1", Topics.AUTHORS, new AuthorEvent(AUTHOR, "twitter", AuthorStatus.HIDDEN, AT)),
            new Golden<>(
                    "listening-account.v1",
                    Topics.LISTENING,
                    new ListeningEvent.Account("twitter", AT.minusSeconds(86_400), AT, 7, 2, 1)),
            new Golden<>(
                    "listening-stretch.v1",
                    Topics.LISTENING,
                    new ListeningEvent.Stretch(AT.minusSeconds(86_400), AT, ListeningEvent.Ending.BROKE_OFF)),
            new Golden<>(
                    "watch-saved.v1",
                    Topics.WATCHES,
                    new WatchEvent.Saved("default", "bahn", 3, "Deutsche Bahn", "bahn OR @db_bahn", AT, AT)),
            new Golden<>("watch-removed.v1", Topics.WATCHES, new WatchEvent.Removed("default", "bahn", 4, AT)),
            new Golden<>("rematch-watches-up-to.v1", Topics.REMATCHES, new RematchEvent.WatchesUpTo(41)),
            new Golden<>("rematch-look-again.v1", Topics.REMATCHES, new RematchEvent.LookAgain(POST, PUBLISHED)),
            new Golden<>("mention-found.v1", Topics.MENTIONS, found(null)),
            new Golden<>(
                    "mention-found-tagged.v1",
                    Topics.MENTIONS,
                    found(new Tags("de", new Polarity(Polarity.Label.NEGATIVE, .84, false, "polarity-de.1")))),
            new Golden<>(
                    "mention-found-unsure.v1",
                    Topics.MENTIONS,
                    found(new Tags("other", new Polarity(null, 0, true, "polarity.1")))),
            new Golden<>(
                    "mention-withdrawn.v1",
                    Topics.MENTIONS,
                    new MentionEvent.Withdrawn("default", POST, 3, AT, MentionEvent.Reason.AUTHOR_ERASED)),
            new Golden<>(
                    "sample-heard.v1",
                    Topics.SAMPLE,
                    new SampleEvent.Heard(
                            "default",
                            POST,
                            AT,
                            AUTHOR,
                            "de",
                            SourceType.REVIEW,
                            "Späte Bahn",
                            "@… der Zug ist zu spät",
                            SampleEvent.shareOf(5))),
            new Golden<>(
                    "live-view.v1",
                    Topics.VIEWS,
                    new LiveView(
                            "default",
                            "bahn",
                            LiveView.Window.DAY,
                            AT.minusSeconds(86_400),
                            AT,
                            AT.minusSeconds(172_800),
                            AT,
                            Map.of(0, 17L),
                            new LiveView.Volume(12, 3, 9, 1),
                            null,
                            null,
                            List.of(new LiveView.Bucket(AT, new LiveView.Volume(12, 3, 9, 1))))),
            new Golden<>(
                    "live-view-judged.v1",
                    Topics.VIEWS,
                    new LiveView(
                            "default",
                            "bahn",
                            LiveView.Window.HOUR,
                            AT.minusSeconds(3_600),
                            AT,
                            AT,
                            AT,
                            Map.of(0, 17L),
                            new LiveView.Volume(12, 3, 9, 1),
                            new LiveView.Piles(2, 3, 7, 2, 1),
                            null,
                            List.of(new LiveView.Bucket(AT, new LiveView.Volume(12, 3, 9, 1))))),
            new Golden<>(
                    "live-view-by-source.v1",
                    Topics.VIEWS,
                    new LiveView(
                            "default",
                            "bahn",
                            LiveView.Window.WEEK,
                            AT.minusSeconds(604_800),
                            AT,
                            AT,
                            AT,
                            Map.of(0, 17L),
                            new LiveView.Volume(12, 3, 9, 1),
                            new LiveView.Piles(2, 3, 7, 2, 1),
                            List.of(new LiveView.FromSource("forum", 10, 3), new LiveView.FromSource(null, 2, 0)),
                            List.of(new LiveView.Bucket(AT, new LiveView.Volume(12, 3, 9, 1))))),
            new Golden<>(
                    "project-saved.v1",
                    Topics.PROJECTS,
                    new ProjectEvent.Saved("default", "Mobilität", List.of("db_bahn"), "Europe/Berlin", AT, AT)),
            new Golden<>("project-removed.v1", Topics.PROJECTS, new ProjectEvent.Removed("default", AT)),
            new Golden<>(
                    "key-issued.v1",
                    Topics.KEYS,
                    new KeyEvent.Issued(
                            "k1",
                            "admin",
                            "0".repeat(64),
                            new TreeSet<>(EnumSet.of(KeyEvent.Scope.READ, KeyEvent.Scope.IDENTIFY)),
                            List.of("default"),
                            AT,
                            AT)),
            new Golden<>("key-revoked.v1", Topics.KEYS, new KeyEvent.Revoked("k1", AT)));

    private static MentionEvent found(Tags tags) {
        return new MentionEvent.Found(
                "default",
                POST,
                2,
                AT,
                AT,
                false,
                "twitter",
                SourceType.POST,
                7,
                "de",
                "forum.example.de",
                "Späte Bahn",
                "Der Zug ist zu spät",
                AUTHOR,
                120L,
                "t",
                "p",
                "r",
                "q",
                new Rating(2, 5),
                new Place("DE", null, "Hannover"),
                new Engagement(1L, 2L, 3L, 4L),
                "c2VjcmV0",
                List.of(new MentionEvent.HeardBy("bahn", 3)),
                tags);
    }

    @TestFactory
    Stream<DynamicTest> every_event_is_written_and_read_as_ever() {
        return ALL.stream().map(golden -> DynamicTest.dynamicTest(golden.file(), () -> writesAndReads(golden)));
    }

    private static <T> void writesAndReads(Golden<T> golden) throws IOException {
        try (var file = GoldenJsonTest.class.getResourceAsStream("/golden/" + golden.file() + ".json")) {
            assertThat(file).as("golden/%s.json", golden.file()).isNotNull();
            var json = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            var serializer = golden.topic().value().serializer();
            assertThat(new String(serializer.serialize("any", golden.event()), StandardCharsets.UTF_8))
                    .isEqualTo(json);
            var deserializer = golden.topic().value().deserializer();
            assertThat(deserializer.deserialize("any", json.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(golden.event());
        }
    }

    @Test
    void a_field_of_tomorrow_is_ignored() {
        var json = """
                {"event":"retracted","postId":"p","source":"s","tomorrow":{"a":[1]}}""";
        assertThat(JsonSerde.of(PostEvent.class).read(json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new PostEvent.Retracted("p", "s"));
    }

    @Test
    void what_is_no_event_is_refused_without_quoting_it() {
        var json = "{\"event\":\"published\",\"text\":\"private words\",";
        assertThatThrownBy(() -> JsonSerde.of(PostEvent.class).read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasNoCause()
                .message()
                .doesNotContain("private");
    }
}
