package io.habitus.persona.frames;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.frames.Frame.Event;
import io.habitus.persona.views.Version;
import io.habitus.persona.wording.Told;
import io.habitus.persona.wording.Told.Answer;
import io.habitus.persona.wording.Told.Later;
import io.habitus.persona.words.OwnWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TellingWordsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final OwnWords NO_WORDS = new OwnWords(List.of(), 0, 1, 5, List.of(), new OwnWords.Left(0, 0));

    private long nanos = Long.MAX_VALUE - 5; // it may pass the end of its range
    private final List<CompletableFuture<Told>> asked = new ArrayList<>();
    private final TellingWords telling = new TellingWords(
            () -> {
                asked.add(new CompletableFuture<>());
                return asked.getLast();
            },
            answer -> JsonMapper.shared().valueToTree(answer),
            () -> nanos);

    @Test
    void they_are_told_soon_without_a_place_to_go_on_from() {
        telling.changed(List.of(view(7, NOON)));

        assertThat(toldAfter(Duration.ZERO, answer(7, NOON, 3))).singleElement().satisfies(frame -> {
            assertThat(frame.event()).isEqualTo(Event.WORDS);
            assertThat(frame.offset()).isNegative();
            assertThat(frame.data().get("texts").asInt()).isEqualTo(3);
        });
    }

    @Test
    void while_they_are_being_found_nothing_waits_and_nothing_more_is_asked() {
        telling.changed(List.of(view(7, NOON)));

        for (int look = 0; look < 100; look++) {
            pass(Duration.ofSeconds(1));
            telling.changed(List.of(view(7 + look, NOON)));
            assertThat(telling.next()).isEmpty();
        }

        assertThat(asked).hasSize(1);
    }

    @Test
    void they_are_told_again_when_the_view_and_they_have_changed_but_not_all_the_time() {
        telling.changed(List.of(view(7, NOON)));
        toldAfter(Duration.ZERO, answer(7, NOON, 3));
        telling.changed(List.of(view(8, NOON)));

        pass(TellingWords.EVERY.minusNanos(1));
        assertThat(telling.next()).isEmpty();
        assertThat(asked).hasSize(1);

        assertThat(toldAfter(Duration.ofNanos(1), answer(8, NOON, 4))).hasSize(1);
    }

    @Test
    void while_the_view_stays_as_it_is_nobody_asks() {
        telling.changed(List.of(view(7, NOON)));
        toldAfter(Duration.ZERO, answer(7, NOON, 3));

        pass(Duration.ofHours(1));
        telling.next();

        assertThat(asked).hasSize(1);
    }

    @Test
    void that_only_the_clock_and_the_log_have_moved_on_is_not_told() {
        telling.changed(List.of(view(7, NOON)));
        toldAfter(Duration.ZERO, answer(7, NOON, 3));
        telling.changed(List.of(view(8, NOON.plusSeconds(60))));

        assertThat(toldAfter(TellingWords.EVERY, answer(8, NOON.plusSeconds(60), 3)))
                .isEmpty();
        assertThat(asked).hasSize(2);
    }

    /** Answers are kept up to two minutes, and a view may never change again. */
    @Test
    void what_was_found_before_the_view_changed_is_not_the_last_word() {
        telling.changed(List.of(view(8, NOON)));
        toldAfter(Duration.ZERO, answer(7, NOON, 3));
        assertThat(toldAfter(TellingWords.EVERY, answer(8, NOON, 4)))
                .as("one that counts in what the view does")
                .hasSize(1);

        telling.changed(List.of(view(8, NOON.plusSeconds(60))));
        toldAfter(TellingWords.EVERY, answer(8, NOON, 4));
        assertThat(toldAfter(TellingWords.EVERY, answer(8, NOON.plusSeconds(60), 2)))
                .as("one that ends where the view does")
                .hasSize(1);

        pass(TellingWords.EVERY);
        telling.next();
        assertThat(asked).hasSize(4);
    }

    @Test
    void where_others_are_served_first_they_are_told_later() {
        telling.changed(List.of(view(7, NOON)));
        assertThat(toldAfter(Duration.ZERO, new Later("busy", Duration.ofNanos(1))))
                .isEmpty();
        assertThat(toldAfter(TellingWords.SOON, new Later("busy", Duration.ofSeconds(8))))
                .isEmpty();

        pass(Duration.ofSeconds(8).minusNanos(1));
        telling.next();
        assertThat(asked).hasSize(2);
        assertThat(toldAfter(Duration.ofNanos(1), answer(7, NOON, 3))).hasSize(1);
    }

    @Test
    void that_they_could_not_be_found_once_is_no_end() {
        telling.changed(List.of(view(7, NOON)));
        telling.next();
        asked.getLast().completeExceptionally(new IllegalStateException("on purpose"));
        assertThat(telling.next()).isEmpty();

        assertThat(toldAfter(TellingWords.EVERY, answer(7, NOON, 3))).hasSize(1);
    }

    @Test
    void for_who_has_left_nothing_is_begun() {
        telling.changed(List.of(view(7, NOON)));
        telling.next();

        telling.close();

        assertThat(asked.getLast()).isCancelled();
    }

    /** What is told when so much time passes and then this is answered. */
    private List<Frame> toldAfter(Duration pause, Told answer) {
        pass(pause);
        int before = asked.size();
        assertThat(telling.next()).isEmpty();
        assertThat(asked).as("asked").hasSize(before + 1);
        asked.getLast().complete(answer);
        return telling.next().stream().toList();
    }

    private void pass(Duration pause) {
        nanos += pause.toNanos();
    }

    private static Answer answer(long heard, Instant to, int texts) {
        return new Answer(to.minus(Duration.ofDays(1)), to, null, Map.of(0, heard, 5, 1L), texts, 1, 1, NO_WORDS);
    }

    private static Version view(long heard, Instant to) {
        var view = new LiveView(
                "p",
                "bahn",
                Window.DAY,
                to.minus(Duration.ofDays(1)),
                to,
                to,
                to,
                Map.of(0, heard),
                new Volume(heard, 0, heard, 0),
                Piles.NONE,
                List.of(),
                List.of());
        return new Version(heard, "p/bahn/day", view);
    }
}
