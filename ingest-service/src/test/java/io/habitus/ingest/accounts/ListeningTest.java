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
        write(listening.stop(at(62)), 62);
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
        write(listening.beat(at(90)), 90);

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
        write(listening.stop(at(61)), 61);
        restart();
        beatsUntil(100, 160);
        write(listening.stop(at(161)), 161);
        restart();
        long later = Listening.KEPT.toSeconds() + 150;
        beatsUntil(later, later + 10);

        assertThat(listening.course())
                .isEqualTo(new Course(at(100), at(later + 10), List.of(new Gap(at(161), at(later), Ending.STOPPED))));
        assertThat(log).hasSize(2);
    }

    @Test
    void a_gap_is_told_for_as_long_as_posts_are_kept_however_old_what_stands_before_it_is() {
        beatsUntil(0, 60);
        restart();
        long later = Listening.KEPT.toSeconds() - 100;
        beatsUntil(later, later + 200);

        assertThat(listening.course().gaps()).containsExactly(new Gap(at(60), at(later), Ending.BROKE_OFF));
    }

    @Test
    void attempts_that_the_log_took_late_are_no_stretches_after_a_restart() {
        beatsUntil(0, 60);
        for (int second = 65; second < 120; second += 11) {
            // Given up by whoever waited, and in the log all the same.
            listening.beat(at(second)).forEach(stretch -> log.put(stretch.from(), stretch));
        }
        beatsUntil(120, 180);
        restart();

        assertThat(listening.course())
                .isEqualTo(new Course(NOON, at(180), List.of(new Gap(at(60), at(120), Ending.HELD_UP))));
        assertThat(log).hasSize(2);
    }

    @Test
    void whoever_ends_before_the_log_answered_leaves_one_gap() {
        beatsUntil(0, 60);
        for (int second = 65; second < 120; second += 11) {
            listening.beat(at(second)).forEach(stretch -> log.put(stretch.from(), stretch));
        }
        restart();
        beatsUntil(200, 240);

        assertThat(listening.course().gaps()).containsExactly(new Gap(at(60), at(200), Ending.HELD_UP));
        assertThat(log).hasSize(2);
    }

    @Test
    void a_stretch_begins_when_the_log_answered_not_when_it_was_asked() {
        beatsUntil(0, 60);
        write(listening.beat(at(80)), 89);
        write(listening.beat(at(90)), 90);
        var told = listening.course();
        restart();

        assertThat(told.gaps()).containsExactly(new Gap(at(60), at(89), Ending.HELD_UP));
        assertThat(listening.course()).isEqualTo(told);
    }

    private void beatsUntil(long from, long to) {
        for (long second = from; second <= to; second += Listening.BEAT.toSeconds()) {
            write(listening.beat(at(second)), second);
        }
    }

    /** As one note; answered at that second. */
    private void write(List<Stretch> stretches, long answered) {
        var outdated = listening.outdated(at(answered));
        outdated.forEach(stretch -> log.remove(stretch.from()));
        stretches.forEach(stretch -> log.put(stretch.from(), stretch));
        listening.noted(stretches, at(answered));
        listening.forgotten(outdated);
    }

    private void restart() {
        listening = new Listening();
        log.values().forEach(listening::restore);
    }

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }
}
