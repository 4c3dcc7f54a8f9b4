package io.habitus.persona.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Bucket;
import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.views.NewestViews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class RollingAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:30Z");
    private static final Volume ONE = new Volume(1, 0, 1, 0);
    private static final Volume NOTHING = new Volume(0, 0, 0, 0);

    private final NewestViews views = new NewestViews();
    private long offset;
    private final RollingAnswers answers = new RollingAnswers(views, () -> NOW, Duration.ZERO);

    @Test
    void the_newest_view_is_the_answer() {
        var view = view("bahn", NOW, ONE);
        views.take(++offset, "default/bahn/day", view);
        views.complete();

        assertThat(answers.of("default", "bahn", Window.DAY)).isEqualTo(view);
    }

    @Test
    void a_watch_nobody_has_heard_of_has_zeros_up_to_now() {
        views.complete();

        var view = answers.of("default", "quiet", Window.DAY);
        assertThat(view.total()).isEqualTo(NOTHING);
        assertThat(view.to()).isEqualTo(Instant.parse("2026-11-22T12:01:00Z"));
        assertThat(view.from()).isEqualTo(Instant.parse("2026-11-21T12:01:00Z"));
    }

    @Test
    void an_empty_view_moves_with_the_clock() {
        views.take(++offset, "default/bahn/day", view("bahn", NOW.minus(Duration.ofDays(9)), NOTHING));
        views.complete();

        var view = answers.of("default", "bahn", Window.DAY);
        assertThat(view.to()).isEqualTo(Instant.parse("2026-11-22T12:01:00Z"));
        assertThat(view.total()).isEqualTo(NOTHING);
    }

    @Test
    void a_view_that_should_have_moved_on_is_no_answer() {
        views.take(++offset, "default/bahn/day", view("bahn", NOW.minus(Duration.ofMinutes(10)), ONE));
        views.complete();

        notYet(() -> answers.of("default", "bahn", Window.DAY));
        notYet(() -> answers.ofProject("default", Window.DAY));
    }

    @Test
    void nothing_is_said_before_all_views_are_known() {
        views.take(++offset, "default/bahn/day", view("bahn", NOW, ONE));

        notYet(() -> answers.of("default", "bahn", Window.DAY));
    }

    @Test
    void the_views_of_a_project_are_those_of_its_watches_that_hear_anything() {
        views.take(++offset, "default/bahn/day", view("bahn", NOW, ONE));
        views.take(++offset, "default/bus/day", view("bus", NOW, ONE));
        views.take(++offset, "default2/bahn/day", view("bahn", NOW, ONE));
        views.take(
                ++offset,
                "default/gone/day",
                new LiveView(
                        "default",
                        "gone",
                        Window.DAY,
                        NOW,
                        NOW,
                        null,
                        null,
                        Map.of(),
                        NOTHING,
                        Piles.NONE,
                        List.of(),
                        List.of()));
        views.complete();

        assertThat(answers.ofProject("default", Window.DAY))
                .extracting(LiveView::watch)
                .containsExactly("bahn", "bus");
    }

    private static void notYet(org.assertj.core.api.ThrowableAssert.ThrowingCallable question) {
        assertThatThrownBy(question).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.getStatusCode().value()).isEqualTo(503);
            assertThat(problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
        });
    }

    private static LiveView view(String watch, Instant to, Volume total) {
        var from = to.minus(Duration.ofDays(1));
        return new LiveView(
                "default",
                watch,
                Window.DAY,
                from,
                to,
                from,
                from,
                Map.of(0, 1L),
                total,
                new Piles(total.posts(), 0, 0, 0, 0),
                List.of(),
                total.posts() == 0 ? List.of() : List.of(new Bucket(from, total)));
    }
}
