package io.habitus.analysis.mentions;

import static io.habitus.analysis.mentions.APost.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.habitus.contracts.AuthorStatus;
import io.habitus.contracts.SampleEvent;
import io.habitus.contracts.SampleEvent.Heard;
import io.habitus.contracts.SourceType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SamplingTest {

    private final ProjectPseudonyms pseudonyms = new ProjectPseudonyms(new byte[32]);
    private Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    /** A document of the project "a" that no watch hears. */
    private static APost document(String id) {
        return post(id).of("a").by("jane").saying("the bus is late");
    }

    private List<String> texts() {
        return stage.sample().values().stream().map(Heard::text).toList();
    }

    @Nested
    class What_is_in_it {

        @Test
        void what_no_watch_hears_is_in_the_sample_of_its_project() {
            stage.hears(document("p1").in("en").titled("Bus").as(SourceType.REVIEW));

            assertThat(stage.said()).isEmpty();
            assertThat(stage.sample())
                    .containsExactly(Map.entry(
                            "a/p1",
                            new Heard(
                                    "a",
                                    "p1",
                                    APost.AT,
                                    pseudonyms.of("a", "jane"),
                                    "en",
                                    SourceType.REVIEW,
                                    "Bus",
                                    "the bus is late",
                                    1)));
        }

        @Test
        void what_a_watch_hears_is_in_it_as_well() {
            stage.watching("a", "buses", "bus").hears(document("p1"));

            assertThat(stage.shown()).containsOnlyKeys("a/p1");
            assertThat(stage.sample()).containsOnlyKeys("a/p1");
        }

        @Test
        void a_public_post_is_in_the_sample_of_every_project_that_watches_under_another_name() {
            stage.watching("a", "trams", "tram")
                    .watching("b", "trains", "train")
                    .hears(post("p1").by("jane").saying("the bus is late"));

            assertThat(stage.sample()).containsOnlyKeys("a/p1", "b/p1");
            assertThat(stage.sample().get("a/p1").voice())
                    .isNotEqualTo(stage.sample().get("b/p1").voice());
        }

        @Test
        void a_document_of_a_project_stays_in_it() {
            stage.watching("b", "buses", "bus").hears(document("p1"));

            assertThat(stage.sample()).containsOnlyKeys("a/p1");
        }

        @Test
        void what_is_looked_for_because_of_what_it_says_does_not_come_into_it() {
            var said = post("p1").by("jane").saying("the tram is late");
            stage.hears(said);

            stage.watching("a", "trams", "tram").looksAgainAt(said);
            assertThat(stage.shown()).containsOnlyKeys("a/p1");
            assertThat(stage.sample()).isEmpty();

            stage.hears(post("p2").by("jane").saying("the bus is late"));
            assertThat(stage.sample()).containsOnlyKeys("a/p2");
        }

        @Test
        void reposts_and_what_nobody_signs_and_what_has_no_words_are_not() {
            stage.hears(document("p1").as(SourceType.REPOST))
                    .hears(document("p2").by(null))
                    .hears(document("p3").saying("😡 123"));

            assertThat(stage.sampled()).isEmpty();
        }

        @Test
        void no_handle_gets_into_it() {
            stage.hears(document("p1").titled("@joe!").saying("@joe and joe@mail.example: the bus"));

            assertThat(texts()).containsExactly("@… and joe@…: the bus");
            assertThat(stage.sample().get("a/p1").title()).isEqualTo("@…!");
        }

        @Test
        void there_is_none_if_nothing_may_be_in_it() {
            stage.close();
            stage = new Stage(0);
            stage.hears(document("p1"));

            assertThat(stage.sampled()).isEmpty();
        }
    }

    @Nested
    class What_happens_to_it {

        @Test
        void what_is_there_is_not_written_again() {
            stage.hears(document("p1")).hears(document("p1").withOrigin("anew")).looksAgainAt(document("p1"));

            assertThat(stage.sampled()).hasSize(1);
        }

        @Test
        void an_edit_is_written_with_the_time_of_the_first_hearing() {
            stage.hears(document("p1"));
            var first = stage.sampled().getFirst().getRecordTime();
            stage.later(Duration.ofDays(3)).hears(document("p1").saying("the bus is here"));

            assertThat(texts()).containsExactly("the bus is here");
            assertThat(stage.sampled()).extracting(TestRecord::getRecordTime).containsExactly(first, first);
        }

        @Test
        void an_edit_without_words_takes_it_out() {
            stage.hears(document("p1")).hears(document("p1").saying("…"));

            assertThat(stage.sample()).isEmpty();
            assertThat(stage.known("p1").author()).isNull();
        }

        @Test
        void an_edit_under_another_name_is_another_voice() {
            stage.hears(document("p1")).hears(document("p1").by("joe"));

            assertThat(stage.sample().get("a/p1").voice()).isEqualTo(pseudonyms.of("a", "joe"));
            stage.says("jane", AuthorStatus.ERASED);
            assertThat(stage.sample()).containsOnlyKeys("a/p1");
            stage.says("joe", AuthorStatus.ERASED);
            assertThat(stage.sample()).isEmpty();
        }

        @Test
        void a_deletion_takes_it_out() {
            stage.hears(document("p1")).deletes("p1").hears(document("p1").edited());

            assertThat(stage.sample()).isEmpty();
            assertThat(stage.sampled()).hasSize(2);
        }

        @Test
        void what_is_counted_or_matched_or_not_stays_in_it_and_can_be_taken_out() {
            stage.hears(document("p1"))
                    .counts("p1", 5, stage.now())
                    .watching("a", "buses", "bus")
                    .looksAgainAt(document("p1"))
                    .noLongerWatching("a", "buses")
                    .looksAgainAt("p1");
            assertThat(stage.shown()).isEmpty();
            assertThat(stage.sampled()).hasSize(1);

            stage.says("jane", AuthorStatus.ERASED);

            assertThat(stage.sample()).isEmpty();
        }

        @Test
        void the_posts_of_a_hidden_author_are_taken_out_and_later_ones_stay_out() {
            stage.hears(document("p1")).says("jane", AuthorStatus.HIDDEN).hears(document("p2"));

            assertThat(stage.sample()).isEmpty();
            assertThat(stage.said()).isEmpty();
        }

        @Test
        void of_an_author_that_comes_back_only_what_is_said_later_is_in_it() {
            stage.watching("a", "trams", "tram")
                    .hears(document("p1").saying("the tram is late"))
                    .hears(document("p2"))
                    .says("jane", AuthorStatus.HIDDEN)
                    .says("jane", AuthorStatus.RESTORED);

            assertThat(stage.shown()).containsOnlyKeys("a/p1");
            assertThat(stage.sample())
                    .as("the matched ones alone would not be a sample")
                    .isEmpty();
            stage.hears(document("p3"));
            assertThat(stage.sample()).containsOnlyKeys("a/p3");
        }

        @Test
        void the_posts_of_an_erased_author_are_taken_out_for_ever() {
            stage.hears(document("p1"))
                    .says("jane", AuthorStatus.ERASED)
                    .hears(document("p2"))
                    .looksAgainAt(document("p1"));

            assertThat(stage.sample()).isEmpty();
            assertThat(stage.sampled()).hasSize(2);
            assertThat(stage.known("p1").author()).isNull();
        }

        @Test
        void an_author_of_very_many_posts_is_taken_out_in_slices() {
            var posts = 2 * Decisions.SLICE + 1;
            IntStream.range(0, posts).forEach(i -> stage.hears(document("p" + i)));
            stage.says("jane", AuthorStatus.ERASED);
            assertThat(stage.sample()).hasSize(posts - Decisions.SLICE);

            stage.afterSome(Decisions.BETWEEN_SLICES).afterSome(Decisions.BETWEEN_SLICES);

            assertThat(stage.sample()).isEmpty();
        }

        @Test
        void what_was_first_heard_long_ago_does_not_come_into_it_any_more() {
            var said = document("p1").by("joe");
            stage.says("joe", AuthorStatus.HIDDEN).hears(said).says("joe", AuthorStatus.RESTORED);

            stage.later(SampleEvent.KEPT).hears(said.edited());

            assertThat(stage.sampled()).isEmpty();
        }
    }

    @Nested
    class How_much_is_in_it {

        private static final int VOICES = 3_000;
        private static final int MOST = 400;

        /** By voice, the ids of all its posts. */
        private Map<String, List<String>> tell() {
            stage.close();
            stage = new Stage(MOST);
            var random = new Random(20261122);
            var all = new HashMap<String, List<String>>();
            for (var i = 0; i < 2 * VOICES; i++) {
                var author = "author" + random.nextInt(VOICES);
                stage.hears(document("p" + i).by(author));
                all.computeIfAbsent(pseudonyms.of("a", author), _ -> new java.util.ArrayList<>())
                        .add("p" + i);
            }
            return all;
        }

        private Map<String, List<String>> newestLevel() {
            var level = stage.sample().values().stream()
                    .mapToInt(Heard::level)
                    .max()
                    .orElseThrow();
            assertThat(level).isEqualTo(stage.sampleLevel("a"));
            return stage.sample().values().stream()
                    .filter(heard -> SampleEvent.depthOf(heard.voice()) >= level)
                    .collect(Collectors.groupingBy(
                            Heard::voice, Collectors.mapping(Heard::postId, Collectors.toList())));
        }

        @Test
        void a_voice_is_in_it_with_all_its_posts_or_with_none() {
            var all = tell();

            newestLevel().forEach((voice, posts) -> assertThat(posts).hasSameElementsAs(all.get(voice)));
        }

        @Test
        void it_is_as_large_as_it_may_be_and_as_its_share_says() {
            var all = tell();

            var level = stage.sampleLevel("a");
            var sample = newestLevel();
            var posts = sample.values().stream().mapToInt(List::size).sum();
            assertThat(posts).isBetween(MOST / 4, MOST);
            assertThat(stage.sample().values()).extracting(Heard::share).contains(1.0, SampleEvent.shareOf(level));
            // Four standard deviations of a binomial share.
            var share = SampleEvent.shareOf(level);
            assertThat(sample.size() / (double) all.size())
                    .isCloseTo(share, within(4 * Math.sqrt(share * (1 - share) / all.size())));
        }

        @Test
        void each_project_has_its_own_level() {
            tell();
            stage.hears(document("other").of("b"));

            assertThat(stage.sampleLevel("a")).isPositive();
            assertThat(stage.sample().get("b/other").share()).isEqualTo(1);
        }

        @Test
        void an_edit_takes_out_what_its_voice_was_sampled_with_before_the_level_rose() {
            tell();
            var level = stage.sampleLevel("a");
            var outgrown = stage.sample().values().stream()
                    .filter(heard -> SampleEvent.depthOf(heard.voice()) < level)
                    .findFirst()
                    .orElseThrow();
            var author = IntStream.range(0, VOICES)
                    .mapToObj(i -> "author" + i)
                    .filter(name -> pseudonyms.of("a", name).equals(outgrown.voice()))
                    .findFirst()
                    .orElseThrow();

            stage.hears(document(outgrown.postId()).by(author).saying("edited"));

            assertThat(stage.sample()).doesNotContainKey("a/" + outgrown.postId());
        }

        @Test
        void what_is_taken_out_makes_room() {
            stage.close();
            stage = new Stage(2);
            for (var i = 0; i < 10; i++) {
                stage.hears(document("p" + i)).deletes("p" + i);
            }

            assertThat(stage.sampleLevel("a")).isZero();
        }

        @Test
        void what_is_old_makes_room() {
            stage.close();
            stage = new Stage(2);
            for (var i = 0; i < 10; i++) {
                stage.hears(document("p" + i)).later(Duration.ofDays(16));
            }

            assertThat(stage.sampleLevel("a")).isZero();
            assertThat(stage.sampled()).hasSize(10);
        }
    }
}
