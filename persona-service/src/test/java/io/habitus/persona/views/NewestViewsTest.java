package io.habitus.persona.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.LiveView.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NewestViewsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final NewestViews views = new NewestViews();

    @Test
    void read_once_more_from_its_beginning_the_log_changes_nothing() {
        views.take(3, "p/bahn/day", view("bahn", Window.DAY, 3));
        views.take(5, "p/bahn/day", view("bahn", Window.DAY, 5));

        views.beginAnew(6);
        views.take(3, "p/bahn/day", view("bahn", Window.DAY, 3));

        assertThat(views.find("p", "bahn", Window.DAY)).hasValue(view("bahn", Window.DAY, 5));
    }

    @Test
    void of_another_log_nothing_is_known_until_it_is_read() {
        views.take(5, "p/bahn/day", view("bahn", Window.DAY, 5));
        views.complete();
        try (Following following = views.follow("p", Window.DAY)) {
            views.beginAnew(2);

            assertThat(views.isComplete()).isFalse();
            assertThat(views.find("p", "bahn", Window.DAY)).isEmpty();
            assertThat(following.isLost()).isTrue();
        }
    }

    @Test
    void a_follower_is_told_of_what_it_follows_only() {
        try (Following one = views.follow("p", "bahn", Window.DAY);
                Following all = views.follow("p", Window.DAY)) {
            views.take(1, "p/bahn/day", view("bahn", Window.DAY, 1));
            views.take(2, "p/bahn/week", view("bahn", Window.WEEK, 1));
            views.take(3, "p/bus/day", view("bus", Window.DAY, 1));
            views.take(4, "p2/bahn/day", view("bahn", Window.DAY, 1));

            assertThat(one.drain()).extracting(Version::offset).containsExactly(1L);
            assertThat(all.drain()).extracting(Version::offset).containsExactly(1L, 3L);
        }
    }

    @Test
    void who_begins_to_follow_is_told_of_what_there_is() {
        views.take(1, "p/bahn/day", view("bahn", Window.DAY, 1));
        try (Following following = views.follow("p", Window.DAY)) {
            assertThat(following.begunAt()).isEqualTo(1);
            assertThat(following.drain()).extracting(Version::offset).containsExactly(1L);
        }
    }

    @Test
    void who_begins_to_follow_knows_where_a_view_of_the_project_went_last() {
        views.take(1, "p/bahn/day", view("bahn", Window.DAY, 1));
        assertThat(views.follow("p", Window.DAY).wentLast()).isEqualTo(-1);
        views.take(2, "p/bahn/day", null);
        views.take(3, "p/bus/day", null);
        views.take(4, "p2/bahn/day", null);
        assertThat(views.follow("p", Window.DAY).wentLast()).isEqualTo(3);
        assertThat(views.follow("p", "bahn", Window.DAY).wentLast()).isEqualTo(3);
        assertThat(views.follow("p3", Window.DAY).wentLast()).isEqualTo(-1);
    }

    @Test
    void what_went_before_the_log_was_read_may_not_stand_in_it_any_more() {
        views.beginAnew(9);
        views.take(3, "p/bahn/day", view("bahn", Window.DAY, 3));
        views.take(8, "p/bus/day", view("bus", Window.DAY, 8));
        assertThat(views.follow("p", Window.DAY).wentLast()).isEqualTo(8);
        views.take(9, "p/bus/day", null);
        assertThat(views.follow("p", Window.DAY).wentLast()).isEqualTo(9);
    }

    @Test
    void who_follows_a_project_is_told_that_a_watch_hears_nothing_any_more() {
        views.take(1, "p/bahn/day", view("bahn", Window.DAY, 1));
        try (Following all = views.follow("p", Window.DAY);
                Following one = views.follow("p", "bahn", Window.DAY)) {
            all.drain();
            one.drain();
            views.take(2, "p/bahn/day", silent("bahn"));

            assertThat(all.drain()).containsExactly(new Version(2, "p/bahn/day", null));
            assertThat(one.drain()).extracting(Version::view).containsExactly(silent("bahn"));
        }
        assertThat(views.follow("p", Window.DAY).wentLast()).isEqualTo(2);
        assertThat(views.ofProject("p", Window.DAY)).isEmpty();
    }

    @Test
    void a_slow_follower_skips_what_has_passed() {
        try (Following following = views.follow("p", Window.DAY)) {
            views.take(1, "p/bahn/day", view("bahn", Window.DAY, 1));
            views.take(2, "p/bus/day", view("bus", Window.DAY, 1));
            views.take(3, "p/bahn/day", view("bahn", Window.DAY, 2));

            assertThat(following.drain()).extracting(Version::offset).containsExactly(2L, 3L);
        }
    }

    @Test
    void a_waiting_follower_is_woken() throws Exception {
        try (Following following = views.follow("p", Window.DAY)) {
            CompletableFuture<List<Version>> told = CompletableFuture.supplyAsync(() -> await(following));
            views.take(1, "p/bahn/day", view("bahn", Window.DAY, 1));

            assertThat(told.get(20, TimeUnit.SECONDS)).hasSize(1);
        }
    }

    @Test
    void who_left_is_told_nothing() {
        Following following = views.follow("p", Window.DAY);
        following.close();
        views.take(1, "p/bahn/day", view("bahn", Window.DAY, 1));

        assertThat(following.drain()).isEmpty();
    }

    private static List<Version> await(Following following) {
        try {
            return following.await(Duration.ofSeconds(20));
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** A watch whose last mention was withdrawn. */
    private static LiveView silent(String watch) {
        return new LiveView(
                "p",
                watch,
                Window.DAY,
                NOW,
                NOW,
                null,
                null,
                Map.of(0, 7L),
                new Volume(0, 0, 0, 0),
                Piles.NONE,
                List.of(),
                List.of());
    }

    private static LiveView view(String watch, Window window, long posts) {
        return new LiveView(
                "p",
                watch,
                window,
                NOW,
                NOW,
                NOW,
                NOW,
                Map.of(),
                new Volume(posts, 0, posts, 0),
                Piles.NONE,
                List.of(),
                List.of());
    }
}
