package io.habitus.ingest.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.ListeningEvent.Ending;
import io.habitus.contracts.ListeningEvent.Stretch;
import io.habitus.ingest.accounts.Listening.Course;
import io.habitus.ingest.accounts.Listening.Gap;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** As the compacted topic does it: the newest of a key. */
    private final Map<Instant, Stretch> log = new LinkedHashMap<>();

    private Listening listening = new Listening();

    @Test
    void beats_that_follow_each_other_are_one_stretch() {
        beatsUntil(0, 600);

        assertThat(listening.course()).isEqualTo(new Course(NOON, at(600), List.of()));
        assertThat(log).hasSize(1);
    }

    @Test
    void whoever_was_stopped_leaves_a_gap_from_its_last_moment_to_the_next_start() {
        beatsUntil(0, 60);
        write(listening.stop(at(62)));
        restart();
        beatsUntil(100, 120);

        assertThat(listening.course().gaps()).containsExactly(new Gap(at(62), at(100), Ending.STOPPED));
    }

    @Test
    void whoever_was_killed_leaves_a_gap_from_its_last_beat_on() {
        beatsUntil(0, 60);
        restart();
        beatsUntil(64, 80);
        restart();

        assertThat(listening.course().gaps()).containsExactly(new Gap(at(60), at(64), Ending.BROKE_OFF));
    }

    @Test
    void a_log_that_takes_nothing_for_a_while_is_a_gap_although_the_service_runs() {
        beatsUntil(0, 60);
        beatsUntil(90, 100);

        assertThat(listening.course().gaps()).containsExactly(new Gap(at(60), at(90), Ending.HELD_UP));
    }

    @Test
    void a_beat_that_the_log_did_not_take_proves_nothing() {
        beatsUntil(0, 60);
        for (int second = 65; second < 90; second += 5) {
            listening.beat(at(second));
        }
        write(listening.beat(at(90)));

        assertThat(listening.course().gaps()).containsExactly(new Gap(at(60), at(90), Ending.HELD_UP));
    }

    @Test
    void a_short_pause_is_no_gap() {
        beatsUntil(0, 60);
        beatsUntil(75, 80);

        assertThat(listening.course().gaps()).isEmpty();
    }

    @Test
    void a_clock_that_is_set_back_makes_no_gap() {
        beatsUntil(0, 60);
        beatsUntil(30, 70);

        assertThat(listening.course()).isEqualTo(new Course(NOON, at(70), List.of()));
    }

    @Test
    void what_the_log_holds_is_told_the_same_after_a_restart() {
        beatsUntil(0, 60);
        beatsUntil(120, 180);
        var told = listening.course();
        restart();

        assertThat(listening.course()).isEqualTo(told);
    }

    @Test
    void a_service_that_dies_without_end_is_remembered_up_to_a_bound() {
        for (int run = 0; run < Listening.MOST + 50; run++) {
            restart();
            beatsUntil(run * 30, run * 30 + 5);
        }

        assertThat(log).hasSizeLessThanOrEqualTo(Listening.MOST + 1);
        assertThat(listening.course().since()).isAfter(NOON);
    }

    @Test
    void what_is_older_than_the_posts_is_forgotten() {
        beatsUntil(0, 60);
        write(listening.stop(at(61)));
        restart();
        long later = Listening.KEPT.toSeconds() + 100;
        beatsUntil(later, later + 10);

        assertThat(listening.course()).isEqualTo(new Course(at(later), at(later + 10), List.of()));
    }

    private void beatsUntil(long from, long to) {
        for (long second = from; second <= to; second += Listening.BEAT.toSeconds()) {
            write(listening.beat(at(second)));
            var outdated = listening.outdated(at(second));
            outdated.forEach(stretch -> log.remove(stretch.from()));
            listening.forgotten(outdated);
        }
    }

    private void write(List<Stretch> stretches) {
        stretches.forEach(stretch -> log.put(stretch.from(), stretch));
        listening.noted(stretches);
    }

    private void restart() {
        listening = new Listening();
        log.values().forEach(listening::restore);
    }

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }
}
