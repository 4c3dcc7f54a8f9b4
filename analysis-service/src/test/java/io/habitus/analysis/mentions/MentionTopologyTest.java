package io.habitus.analysis.mentions;

import static io.habitus.analysis.mentions.APost.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.AuthorStatus;
import io.habitus.contracts.Engagement;
import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.MentionEvent.HeardBy;
import io.habitus.contracts.MentionEvent.Reason;
import io.habitus.contracts.MentionEvent.Withdrawn;
import io.habitus.contracts.Polarity.Pile;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.RematchEvent.WatchesUpTo;
import io.habitus.contracts.SourceType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MentionTopologyTest {

    private final Stage stage = new Stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void the_topology_is_the_one_written_down() throws IOException {
        var topology = new MentionTopology(
                        null,
                        new Revisions(),
                        Tagging.shipped(),
                        new byte[32],
                        100_000,
                        new io.micrometer.core.instrument.simple.SimpleMeterRegistry())
                .topology(1);
        try (var file = getClass().getResourceAsStream("/expected-topology.txt")) {
            assertThat(topology.describe().toString().strip())
                    .isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Nested
    class Matching {

        @Test
        void a_post_that_names_a_watched_word_becomes_a_mention() {
            stage.watching("trams", "tram").hears(post("p1").saying("the tram is late"));

            var found = stage.shown("p1");
            assertThat(found.text()).isEqualTo("the tram is late");
            assertThat(found.watches()).containsExactly(new HeardBy("trams", 1));
            assertThat(found.sequence()).isEqualTo(1);
        }

        @Test
        void a_post_that_nobody_watches_is_no_mention() {
            stage.watching("trams", "tram").hears(post("p1").saying("the bus is late"));

            assertThat(stage.said()).isEmpty();
            assertThat(stage.known("p1").kept()).isNull();
        }

        @Test
        void a_post_is_a_mention_of_every_project_that_hears_it() {
            stage.watching("a", "trams", "tram")
                    .watching("b", "late", "late")
                    .watching("b", "trams", "tram")
                    .hears(post("p1"));

            assertThat(stage.shown()).containsOnlyKeys("a/p1", "b/p1");
            assertThat(stage.shown().get("b/p1").watches())
                    .containsExactly(new HeardBy("late", 1), new HeardBy("trams", 1));
        }

        @Test
        void an_author_has_another_name_in_every_project() {
            stage.watching("a", "trams", "tram")
                    .watching("b", "trams", "tram")
                    .hears(post("p1").by("jane"));

            var inA = stage.shown().get("a/p1").author();
            var inB = stage.shown().get("b/p1").author();
            assertThat(inA).hasSize(32).isNotEqualTo(inB);
            assertThat(inB).isNotEqualTo("jane");
        }

        @Test
        void an_author_has_the_same_name_in_all_posts_of_a_project() {
            stage.watching("trams", "tram")
                    .hears(post("p1").by("jane"))
                    .hears(post("p2").by("jane"));

            assertThat(stage.shown("p1").author()).isEqualTo(stage.shown("p2").author());
        }

        @Test
        void a_post_of_a_project_is_heard_by_that_project_only() {
            stage.watching("a", "trams", "tram")
                    .watching("b", "trams", "tram")
                    .hears(post("p1").of("a"));

            assertThat(stage.shown()).containsOnlyKeys("a/p1");
        }
    }

    @Nested
    class Judging {

        @Test
        void a_mention_carries_what_the_models_say_of_its_text() {
            stage.watching("trams", "tram").hears(post("p1").saying("I hate this tram, it is terrible"));

            var tags = stage.shown("p1").tags();
            assertThat(tags.language()).isEqualTo("en");
            assertThat(tags.polarity().pile()).isEqualTo(Pile.NEGATIVE);
            assertThat(tags.polarity().confidence()).isBetween(.5, 1.);
            assertThat(tags.polarity().model()).startsWith("polarity-en-");
        }

        @Test
        void an_edit_is_judged_anew() {
            stage.watching("trams", "tram")
                    .hears(post("p1").saying("I hate this tram, it is terrible"))
                    .hears(post("p1")
                            .saying("I love this tram, thank you so much")
                            .revision(1));

            assertThat(stage.shown("p1").tags().polarity().pile()).isEqualTo(Pile.POSITIVE);
        }

        @Test
        void a_title_is_judged_with_its_text() {
            stage.watching("trams", "tram")
                    .hears(post("p1").titled("Worst service ever, I hate it").saying("the tram of today"));

            assertThat(stage.shown("p1").tags().polarity().pile()).isEqualTo(Pile.NEGATIVE);
        }

        @Test
        void a_repost_says_what_its_original_says() {
            var words = "I hate this tram, it is terrible";
            stage.watching("trams", "tram")
                    .hears(post("p1").saying(words))
                    .hears(post("p2").saying("RT @somebody: " + words).as(SourceType.REPOST));

            assertThat(stage.shown("p2").tags()).isEqualTo(stage.shown("p1").tags());
        }

        @Test
        void a_new_count_changes_nothing_about_it() {
            stage.watching("trams", "tram").hears(post("p1").saying("I hate this tram, it is terrible"));
            var before = stage.shown("p1").tags();

            stage.counts("p1", 5, stage.now());

            assertThat(stage.shown("p1").engagement().likes()).isEqualTo(5);
            assertThat(stage.shown("p1").tags()).isEqualTo(before);
        }

        @Test
        void of_a_language_that_no_model_speaks_nothing_is_concluded() {
            stage.watching("trams", "tram")
                    .hears(post("p1").saying("Le tram est en retard, je suis vraiment très déçu de ce service"));

            var tags = stage.shown("p1").tags();
            assertThat(tags.language()).isEqualTo("other");
            assertThat(tags.polarity().label()).isNull();
            assertThat(tags.polarity().pile()).isEqualTo(Pile.UNSURE);
        }
    }

    @Nested
    class Revising {

        @Test
        void the_same_post_again_changes_nothing() {
            stage.watching("trams", "tram").hears(post("p1")).hears(post("p1").withOrigin("encrypted anew"));

            assertThat(stage.said()).hasSize(1);
            assertThat(stage.received("seen")).isEqualTo(1);
        }

        @Test
        void another_text_takes_the_place_of_the_first() {
            stage.watching("trams", "tram").hears(post("p1")).hears(post("p1").saying("the tram came"));

            assertThat(stage.shown("p1").text()).isEqualTo("the tram came");
            assertThat(stage.shown("p1").sequence()).isEqualTo(2);
        }

        @Test
        void an_earlier_text_again_is_no_edit() {
            stage.watching("trams", "tram")
                    .hears(post("p1").saying("tram one"))
                    .hears(post("p1").saying("tram two").edited())
                    .hears(post("p1").saying("tram one"));

            assertThat(stage.shown("p1").text()).isEqualTo("tram two");
        }

        @Test
        void an_edit_back_to_an_earlier_text_counts() {
            stage.watching("trams", "tram")
                    .hears(post("p1").saying("tram one"))
                    .hears(post("p1").saying("tram two").edited())
                    .hears(post("p1").saying("tram one").edited());

            assertThat(stage.shown("p1").text()).isEqualTo("tram one");
        }

        @Test
        void a_higher_revision_wins_and_a_lower_one_is_stale() {
            stage.watching("trams", "tram")
                    .hears(post("p1").saying("tram three").revision(3))
                    .hears(post("p1").saying("tram two").revision(2))
                    .hears(post("p1").saying("tram four").revision(4));

            assertThat(stage.shown("p1").text()).isEqualTo("tram four");
            assertThat(stage.shown("p1").revision()).isEqualTo(4);
            assertThat(stage.received("stale")).isEqualTo(1);
        }

        @Test
        void an_edit_that_no_longer_matches_withdraws_the_mention() {
            stage.watching("trams", "tram")
                    .hears(post("p1"))
                    .hears(post("p1").saying("the bus").edited());

            assertThat(stage.last()).isEqualTo(new Withdrawn("default", "p1", 2, APost.AT, Reason.NO_MATCH));
            assertThat(stage.known("p1").kept()).isNull();
        }

        @Test
        void an_edit_that_matches_again_brings_it_back_with_a_higher_sequence() {
            stage.watching("trams", "tram")
                    .hears(post("p1"))
                    .hears(post("p1").saying("the bus").edited())
                    .hears(post("p1").saying("the tram after all").edited());

            assertThat(stage.shown("p1").sequence()).isEqualTo(3);
        }

        @Test
        void the_time_of_a_post_is_decided_by_its_first_text() {
            stage.watching("trams", "tram")
                    .hears(post("p1"))
                    .hears(post("p1")
                            .saying("tram, later")
                            .at(APost.AT.plusSeconds(3600))
                            .edited());

            assertThat(stage.shown("p1").at()).isEqualTo(APost.AT);
            assertThat(stage.shown("p1").added()).isEqualTo(Stage.START.plusSeconds(2));
        }
    }

    @Nested
    class Deleting {

        @Test
        void a_deletion_withdraws_the_mention_and_forgets_the_text() {
            stage.watching("trams", "tram").hears(post("p1")).deletes("p1");

            assertThat(stage.last()).isEqualTo(new Withdrawn("default", "p1", 2, APost.AT, Reason.DELETED));
            assertThat(stage.known("p1").kept()).isNull();
        }

        @Test
        void nothing_is_heard_of_a_deleted_post_again() {
            stage.watching("trams", "tram")
                    .hears(post("p1"))
                    .deletes("p1")
                    .hears(post("p1").saying("the tram again").revision(9))
                    .counts("p1", 5, Stage.START)
                    .looksAgainAt(post("p1"));

            assertThat(stage.said()).hasSize(2);
            assertThat(stage.received("ended")).isEqualTo(2);
        }

        @Test
        void a_deletion_before_its_post_wins() {
            stage.watching("trams", "tram").deletes("p1").hears(post("p1"));

            assertThat(stage.said()).isEmpty();
        }
    }

    @Nested
    class Counting {

        @Test
        void a_new_count_is_shown() {
            stage.watching("trams", "tram").hears(post("p1")).counts("p1", 7, stage.now());

            assertThat(stage.shown("p1").engagement()).isEqualTo(new Engagement(7L, null, null, null));
            assertThat(stage.shown("p1").sequence()).isEqualTo(2);
        }

        @Test
        void the_same_count_is_no_news() {
            stage.watching("trams", "tram")
                    .hears(post("p1"))
                    .counts("p1", 7, stage.now())
                    .counts("p1", 7, stage.now().plusSeconds(9));

            assertThat(stage.said()).hasSize(2);
        }

        @Test
        void an_older_count_is_stale() {
            stage.watching("trams", "tram")
                    .hears(post("p1"))
                    .counts("p1", 7, Stage.START.plusSeconds(100))
                    .counts("p1", 6, Stage.START.plusSeconds(90));

            assertThat(stage.shown("p1").engagement().likes()).isEqualTo(7);
        }

        @Test
        void a_count_that_came_before_its_post_is_kept() {
            stage.watching("trams", "tram").counts("p1", 7, stage.now()).hears(post("p1"));

            assertThat(stage.shown("p1").engagement().likes()).isEqualTo(7);
        }

        @Test
        void what_a_text_carries_was_counted_at_its_arrival() {
            stage.watching("trams", "tram")
                    .hears(post("p1").liked(5))
                    .counts("p1", 3, Stage.START)
                    .hears(post("p1").saying("tram!").liked(8).edited());

            assertThat(stage.shown("p1").engagement().likes()).isEqualTo(8);
        }

        @Test
        void the_same_post_again_does_not_take_its_count_back() {
            stage.watching("trams", "tram")
                    .hears(post("p1").liked(5))
                    .counts("p1", 7, stage.now().plusSeconds(60))
                    .hears(post("p1").liked(5));

            assertThat(stage.shown("p1").engagement().likes()).isEqualTo(7);
        }

        @Test
        void a_post_that_nobody_hears_is_counted_in_silence() {
            stage.watching("trams", "tram").hears(post("p1").saying("bus")).counts("p1", 7, stage.now());

            assertThat(stage.said()).isEmpty();
        }
    }

    @Nested
    class Authors {

        @Test
        void the_posts_of_a_hidden_author_are_withdrawn() {
            stage.watching("trams", "tram")
                    .hears(post("p1").by("jane"))
                    .hears(post("p2").by("joe"))
                    .says("jane", AuthorStatus.HIDDEN);

            assertThat(stage.shown()).containsOnlyKeys("default/p2");
            assertThat(stage.last()).isEqualTo(new Withdrawn("default", "p1", 2, APost.AT, Reason.AUTHOR_HIDDEN));
        }

        @Test
        void they_come_back_with_the_author_and_with_them_what_was_said_meanwhile() {
            stage.watching("trams", "tram")
                    .hears(post("p1").by("jane"))
                    .says("jane", AuthorStatus.HIDDEN)
                    .hears(post("p2").by("jane"))
                    .hears(post("p1").by("jane").saying("the tram came").edited())
                    .says("jane", AuthorStatus.RESTORED);

            assertThat(stage.shown()).containsOnlyKeys("default/p1", "default/p2");
            assertThat(stage.shown("p1").text()).isEqualTo("the tram came");
        }

        @Test
        void a_hidden_author_stays_hidden_when_posts_are_counted_or_looked_at_again() {
            stage.watching("trams", "tram")
                    .hears(post("p1").by("jane"))
                    .says("jane", AuthorStatus.HIDDEN)
                    .counts("p1", 7, stage.now())
                    .watching("late", "late")
                    .looksAgainAt("p1");

            assertThat(stage.shown()).isEmpty();
        }

        @Test
        void a_restored_post_is_heard_by_the_watches_of_today() {
            stage.watching("trams", "tram")
                    .hears(post("p1").by("jane"))
                    .says("jane", AuthorStatus.HIDDEN)
                    .watching("late", "late")
                    .says("jane", AuthorStatus.RESTORED);

            assertThat(stage.shown("p1").watches()).extracting(HeardBy::watch).containsExactly("late", "trams");
        }

        @Test
        void the_posts_of_an_erased_author_are_withdrawn_and_forgotten() {
            stage.watching("trams", "tram").hears(post("p1").by("jane")).says("jane", AuthorStatus.ERASED);

            assertThat(stage.last()).isEqualTo(new Withdrawn("default", "p1", 2, APost.AT, Reason.AUTHOR_ERASED));
            assertThat(stage.known("p1").kept()).isNull();
            assertThat(stage.known("p1").author()).isNull();
        }

        @Test
        void later_posts_of_an_erased_author_end_here() {
            stage.watching("trams", "tram")
                    .says("jane", AuthorStatus.ERASED)
                    .says("jane", AuthorStatus.RESTORED)
                    .hears(post("p1").by("jane"))
                    .looksAgainAt(post("p1").by("jane"));

            assertThat(stage.said()).isEmpty();
            assertThat(stage.known("p1")).isNull();
        }

        @Test
        void an_older_word_about_an_author_is_stale_unless_it_erases() {
            stage.watching("trams", "tram").hears(post("p1").by("jane")).says("jane", AuthorStatus.HIDDEN);
            var before = stage.now().minusSeconds(60);
            stage.hears("jane", new PostEvent.AuthorChanged("jane", AuthorStatus.RESTORED, before));
            assertThat(stage.shown()).isEmpty();

            stage.hears("jane", new PostEvent.AuthorChanged("jane", AuthorStatus.ERASED, before));
            assertThat(stage.known("p1").kept()).isNull();
        }

        @Test
        void an_author_of_very_many_posts_is_gone_through_in_slices() {
            stage.watching("trams", "tram");
            var all = 2 * Decisions.SLICE + 5;
            IntStream.range(0, all).forEach(i -> stage.hears(post("p" + i).by("bot")));

            stage.says("bot", AuthorStatus.ERASED);
            assertThat(stage.shown()).hasSize(all - Decisions.SLICE);

            stage.afterSome(Decisions.BETWEEN_SLICES)
                    .afterSome(Decisions.BETWEEN_SLICES)
                    .afterSome(Duration.ofSeconds(1));
            assertThat(stage.shown()).isEmpty();
        }
    }

    @Nested
    class ChangingWatches {

        @Test
        void a_post_is_heard_by_a_new_watch_when_it_is_looked_at_again() {
            stage.hears(post("p1")).watching("trams", "tram").looksAgainAt(post("p1"));

            assertThat(stage.shown("p1").watches()).containsExactly(new HeardBy("trams", 1));
            assertThat(stage.shown("p1").added()).isEqualTo(Stage.START.plusSeconds(1));
        }

        @Test
        void looking_again_twice_changes_nothing() {
            stage.hears(post("p1"))
                    .watching("trams", "tram")
                    .looksAgainAt(post("p1"))
                    .looksAgainAt(post("p1"))
                    .looksAgainAt("p1");

            assertThat(stage.said()).hasSize(1);
        }

        @Test
        void an_outdated_text_is_not_looked_at() {
            stage.hears(post("p1"))
                    .hears(post("p1").saying("the bus").edited())
                    .watching("trams", "tram")
                    .looksAgainAt(post("p1"));

            assertThat(stage.said()).isEmpty();
        }

        @Test
        void a_watch_that_went_leaves_its_mentions() {
            stage.watching("late", "late").watching("trams", "tram").hears(post("p1"));
            stage.noLongerWatching("late").looksAgainAt("p1");

            assertThat(stage.shown("p1").watches()).containsExactly(new HeardBy("trams", 1));
        }

        @Test
        void a_mention_left_with_no_watch_is_withdrawn() {
            stage.watching("trams", "tram").hears(post("p1"));
            stage.noLongerWatching("trams").looksAgainAt("p1");

            assertThat(stage.last()).isEqualTo(new Withdrawn("default", "p1", 2, APost.AT, Reason.NO_MATCH));
        }

        @Test
        void a_changed_watch_that_still_hears_a_post_says_so_with_its_new_version() {
            stage.watching("trams", "tram")
                    .hears(post("p1"))
                    .watching("trams", "tram OR bus")
                    .looksAgainAt("p1");

            assertThat(stage.shown("p1").watches()).containsExactly(new HeardBy("trams", 2));
        }

        @Test
        void after_the_mark_the_list_is_as_new_as_the_mark() {
            stage.watching("trams", "tram").asks("watches", new WatchesUpTo(0)).hears(post("p1"));

            assertThat(stage.shown()).containsOnlyKeys("default/p1");
        }
    }

    @Nested
    class Accounting {

        @Test
        void what_cannot_be_read_is_set_aside_and_the_stream_goes_on() {
            var broken = "{\"event\":\"published\",\"text\":\"the tram".getBytes(StandardCharsets.UTF_8);
            stage.watching("trams", "tram")
                    .hearsBytes("p0".getBytes(StandardCharsets.UTF_8), broken)
                    .hears(post("p1"));

            assertThat(stage.shown()).containsOnlyKeys("default/p1");
            assertThat(stage.setAside()).singleElement().satisfies(record -> {
                assertThat(record.key()).asString().isEqualTo("p0");
                assertThat(record.value()).isEqualTo(broken);
                assertThat(new String(record.headers().lastHeader("origin").value(), StandardCharsets.UTF_8))
                        .isEqualTo("posts-0@0");
                assertThat(new String(record.headers().lastHeader("reason").value(), StandardCharsets.UTF_8))
                        .contains("not a readable event")
                        .doesNotContain("tram");
            });
        }

        @Test
        void what_is_incomplete_is_set_aside() {
            var key = "p0".getBytes(StandardCharsets.UTF_8);
            stage.hearsBytes(key, "{\"event\":\"published\",\"postId\":\"p0\"}".getBytes(StandardCharsets.UTF_8))
                    .hearsBytes(key, "{\"event\":\"retracted\",\"postId\":\"p1\"}".getBytes(StandardCharsets.UTF_8))
                    .hearsBytes(key, "null".getBytes(StandardCharsets.UTF_8))
                    .hearsBytes(key, null)
                    .hearsBytes(null, "{\"event\":\"retracted\",\"postId\":\"p1\"}".getBytes(StandardCharsets.UTF_8));

            assertThat(stage.setAside()).hasSize(5);
            assertThat(stage.received("set-aside")).isEqualTo(5);
        }

        @Test
        void what_cannot_be_matched_is_set_aside_and_leaves_no_trace() {
            // Not a simple one, for which nothing can break.
            stage.watching("trams", "tram -bus")
                    .hears(post("p1"))
                    .breakTheWatchlist()
                    .hears(post("p2"));

            assertThat(stage.setAside()).singleElement().satisfies(record -> {
                assertThat(record.key()).asString().isEqualTo("p2");
                assertThat(new String(record.value(), StandardCharsets.UTF_8)).contains("the tram is late");
            });
            assertThat(stage.known("p2")).isNull();
            assertThat(stage.received("set-aside")).isEqualTo(1);
        }

        @Test
        void the_outcomes_add_up_to_what_was_received() {
            stage.watching("trams", "tram")
                    .hears(post("p1").by("jane"))
                    .hears(post("p1").by("jane"))
                    .hears(post("p1").by("jane").saying("tram").edited())
                    .hears(post("p2").revision(2))
                    .hears(post("p2").revision(1))
                    .counts("p2", 5, stage.now())
                    .deletes("p2")
                    .deletes("p2")
                    .hears(post("p2"))
                    .says("jane", AuthorStatus.HIDDEN)
                    .hearsBytes(new byte[0], new byte[0]);

            assertThat(stage.received()).isEqualTo(11);
        }

        @Test
        void the_sequence_of_a_mention_only_grows() {
            stage.watching("a", "trams", "tram")
                    .watching("b", "late", "late")
                    .hears(post("p1").by("jane"))
                    .counts("p1", 1, stage.now())
                    .says("jane", AuthorStatus.HIDDEN)
                    .says("jane", AuthorStatus.RESTORED)
                    .deletes("p1");

            for (var project : new String[] {"a", "b"}) {
                assertThat(stage.said())
                        .filteredOn(event -> event.project().equals(project))
                        .extracting(MentionEvent::sequence)
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .hasSize(5);
            }
            assertThat(stage.said()).filteredOn(Found.class::isInstance).hasSize(6);
        }
    }
}
