package io.habitus.persona.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.frames.Frame;
import io.habitus.persona.frames.TellingWords;
import io.habitus.persona.timeline.TimelinesAway;
import io.habitus.persona.views.Version;
import io.habitus.persona.wording.Told;
import io.habitus.persona.words.OwnWords;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

class StreamedWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:30Z");
    private static final Instant MINUTE = Instant.parse("2026-11-22T12:01:00Z");

    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();

    private Told slowly(String project, String watch, Instant from, Instant to) {
        begun.incrementAndGet();
        busy.incrementAndGet();
        try {
            mayEnd.await();
            return answer(from, to);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        } finally {
            busy.decrementAndGet();
        }
    }

    /** Would anybody wait, this would not end. */
    @Test
    @Timeout(60)
    void nobody_who_follows_waits_until_they_are_found_and_in_the_end_all_are_told() {
        try (var words = streamed(this::slowly)) {
            var following = IntStream.range(0, 50)
                    .mapToObj(i -> follow(words, "watch-" + i))
                    .toList();

            assertThat(following).allSatisfy(one -> assertThat(one.next()).isEmpty());
            await().until(() -> busy.get() == 4);
            assertThat(following).allSatisfy(one -> assertThat(one.next()).isEmpty());
            assertThat(begun).as("at once").hasValue(4);
            mayEnd.countDown();

            var told = new ArrayList<Frame>();
            await().until(() -> {
                following.forEach(one -> one.next().ifPresent(told::add));
                return told.size() == following.size();
            });
        }
    }

    @Test
    void who_left_before_their_turn_is_not_found_anything() {
        try (var words = streamed(this::slowly)) {
            IntStream.range(0, 4).forEach(i -> follow(words, "watch-" + i).next());
            await().until(() -> busy.get() == 4);
            var gone = follow(words, "gone");
            gone.next();
            gone.close();
            var last = follow(words, "last");
            last.next();
            mayEnd.countDown();

            await().until(() -> last.next().isPresent());
            assertThat(begun).as("the four, and the last").hasValue(5);
        }
    }

    @Test
    void they_are_those_of_the_window_that_is_followed() {
        try (var words = streamed((project, watch, from, to) -> answer(from, to))) {
            var told = told(follow(words, "bahn"));

            assertThat(told.data().get("to").asString()).isEqualTo(MINUTE.toString());
            assertThat(told.data().get("from").asString())
                    .isEqualTo(MINUTE.minus(Duration.ofHours(1)).toString());
            assertThat(told.data().get("watch").asString()).isEqualTo("bahn");
        }
    }

    @Test
    void what_is_being_restored_is_told_when_it_is_there() {
        var away = new AtomicInteger(1);
        try (var words = streamed((project, watch, from, to) -> {
            if (away.getAndDecrement() > 0) {
                throw new TimelinesAway(3);
            }
            return answer(from, to);
        })) {
            assertThat(told(follow(words, "bahn")).data().get("texts").asInt()).isEqualTo(1);
        }
    }

    private static StreamedWords streamed(StreamedWords.Source source) {
        return new StreamedWords(source, InstantSource.fixed(NOW), JsonMapper.shared());
    }

    private static TellingWords follow(StreamedWords words, String watch) {
        TellingWords telling = words.of("p", watch, Window.HOUR);
        var view = new LiveView(
                "p",
                watch,
                Window.HOUR,
                MINUTE.minus(Duration.ofHours(1)),
                MINUTE,
                null,
                null,
                Map.of(),
                new Volume(0, 0, 0, 0),
                Piles.NONE,
                List.of(),
                List.of());
        telling.changed(List.of(new Version(1, "p/" + watch + "/hour", view)));
        return telling;
    }

    private static Frame told(TellingWords telling) {
        return await().until(telling::next, Optional::isPresent).orElseThrow();
    }

    private static Told.Answer answer(Instant from, Instant to) {
        var none = new OwnWords(List.of(), 0, 1, 5, List.of(), new OwnWords.Left(0, 0));
        return new Told.Answer(from, to, null, Map.of(), 1, 1, 1, none);
    }
}
