package io.habitus.persona.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.habitus.contracts.Polarity.Pile;
import io.habitus.persona.timeline.TimelinesAway;
import io.habitus.persona.wording.Told.Answer;
import io.habitus.persona.wording.Told.Later;
import io.habitus.persona.words.OwnWords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeskTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final OwnWords NO_WORDS = new OwnWords(List.of(), 0, 1, 5, List.of(), new OwnWords.Left(0, 0));

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger found = new AtomicInteger();

    /** Every finding takes so long by the clock. */
    private Desk finding(Duration each) {
        return new Desk(
                question -> {
                    clock.addAndGet(each.toNanos());
                    found.incrementAndGet();
                    return answer(question);
                },
                Duration.ZERO,
                clock::get);
    }

    private static Answer answer(Question question) {
        return new Answer(question.from(), question.to(), null, Map.of(), 1, 1, 1, NO_WORDS);
    }

    private static Question hour(String watch, Instant to) {
        return new Question("default", watch, null, to.minus(HOUR), to);
    }

    @Test
    void what_was_just_found_is_told_again_though_the_ends_have_moved_on() {
        var desk = finding(Duration.ofSeconds(3));
        var first = desk.ask(hour("bahn", NOON));

        assertThat(desk.ask(hour("bahn", NOON.plusSeconds(60)))).isSameAs(first);
        assertThat(desk.ask(hour("bahn", NOON.plusSeconds(120)))).isNotSameAs(first);
        assertThat(desk.ask(hour("bus", NOON))).isNotSameAs(first);
        assertThat(desk.ask(new Question("default", "bahn", null, NOON.minus(HOUR.multipliedBy(24)), NOON)))
                .isNotSameAs(first);
        assertThat(desk.ask(new Question("default", "bahn", Pile.NEGATIVE, NOON.minus(HOUR), NOON)))
                .isNotSameAs(first);
        assertThat(found).hasValue(5);
    }

    @Test
    void after_two_minutes_it_is_found_anew_however_long_that_takes() {
        var desk = finding(Duration.ofSeconds(15));
        var first = desk.ask(hour("bahn", NOON));

        clock.addAndGet(KeptAnswers.AT_MOST.toNanos() - 1);
        assertThat(desk.ask(hour("bahn", NOON))).isSameAs(first);
        clock.addAndGet(1);
        assertThat(desk.ask(hour("bahn", NOON))).isNotSameAs(first);
    }

    @Test
    void what_is_too_old_is_forgotten_whatever_is_asked() {
        var kept = new KeptAnswers(clock::get);
        kept.keep(hour("bahn", NOON), answer(hour("bahn", NOON)), Duration.ofMillis(1));
        clock.addAndGet(KeptAnswers.AT_LEAST.toNanos());

        kept.to(hour("bus", NOON));

        assertThat(kept.size()).isZero();
    }

    @Test
    void many_watches_together_take_a_quarter_of_a_core_and_the_others_are_told_when_to_come() {
        Duration each = Duration.ofSeconds(2);
        var desk = finding(each);
        Duration asked = Duration.ofMinutes(30);
        int later = 0;
        for (int i = 0; clock.get() < asked.toNanos(); i++) {
            switch (desk.ask(hour("watch-" + i, NOON))) {
                case Later told -> {
                    later++;
                    assertThat(told.after()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(8));
                    clock.addAndGet(told.after().toNanos());
                }
                case Answer _ -> {}
            }
        }

        double worked = found.get() * each.toSeconds() - Desk.AT_ONCE.toSeconds();
        assertThat(worked / asked.toSeconds()).isBetween(.24, .26);
        assertThat(later).isPositive();
    }

    @Test
    void who_opens_a_few_watches_does_not_wait() {
        var desk = finding(Duration.ofSeconds(2));

        assertThat(IntStream.range(0, 10).mapToObj(i -> desk.ask(hour("watch-" + i, NOON))))
                .allMatch(told -> told instanceof Answer);
    }

    @Test
    void who_asks_what_is_being_found_waits_for_it_with_the_others() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var desk = new Desk(
                question -> {
                    begun.countDown();
                    uninterrupted(mayEnd);
                    found.incrementAndGet();
                    return answer(question);
                },
                Duration.ZERO,
                System::nanoTime);
        var first = CompletableFuture.supplyAsync(() -> desk.ask(hour("bahn", NOON)));
        begun.await();
        var threads = IntStream.range(0, 8)
                .mapToObj(_ -> new CompletableFuture<Told>())
                .toList();
        var asking = threads.stream()
                .map(told -> Thread.ofVirtual().start(() -> told.complete(desk.ask(hour("bahn", NOON)))))
                .toList();
        await().until(() -> asking.stream().allMatch(one -> one.getState() == Thread.State.TIMED_WAITING));

        // Somebody else does not wait behind them all.
        assertThat(desk.ask(hour("bus", NOON))).isInstanceOf(Later.class);
        mayEnd.countDown();

        assertThat(threads).allSatisfy(told -> assertThat(told.get()).isSameAs(first.get()));
        assertThat(found).hasValue(1);
    }

    @Test
    void a_failure_is_told_and_forgotten() {
        var fails = new AtomicInteger(1);
        var desk = new Desk(
                question -> {
                    if (fails.getAndDecrement() > 0) {
                        throw new TimelinesAway(3);
                    }
                    return answer(question);
                },
                Duration.ZERO,
                clock::get);

        assertThatThrownBy(() -> desk.ask(hour("bahn", NOON))).isInstanceOf(TimelinesAway.class);
        assertThat(desk.ask(hour("bahn", NOON))).isInstanceOf(Answer.class);
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
