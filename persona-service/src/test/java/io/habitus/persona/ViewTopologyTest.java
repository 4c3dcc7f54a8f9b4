package io.habitus.persona;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Bucket;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.timeline.Timelines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewTopologyTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Volume NOTHING = new Volume(0, 0, 0, 0);

    private final Counting counting = new Counting(NOON);

    @AfterEach
    void close() {
        counting.close();
    }

    @Test
    void the_topology_is_the_one_that_is_written_down() throws IOException {
        var topology = new ViewTopology(new Timelines(12), new SimpleMeterRegistry())
                .topology()
                .describe()
                .toString();
        try (var golden = getClass().getResourceAsStream("/expected-topology.txt")) {
            assertThat(topology.strip()).isEqualTo(new String(golden.readAllBytes(), UTF_8).strip());
        }
    }

    @Test
    void a_mention_is_counted_for_each_watch_that_hears_it() {
        counting.hear(Said.post("p1", NOON, "anna", "bahn", "bus"));

        assertThat(volume("bahn", Window.HOUR)).isEqualTo(new Volume(1, 0, 1, 0));
        assertThat(volume("bus", Window.WEEK)).isEqualTo(new Volume(1, 0, 1, 0));
    }

    @Test
    void posts_reposts_voices_and_anonymous_posts_are_told_apart() {
        counting.hear(Said.post("p1", NOON, "anna", "bahn"));
        counting.hear(Said.post("p2", NOON, "anna", "bahn").asRepost());
        counting.hear(Said.post("p3", NOON, "berta", "bahn"));
        counting.hear(Said.post("p4", NOON, null, "bahn"));
        counting.hear(Said.post("p5", NOON, null, "bahn").asRepost());
        counting.settle();

        assertThat(volume("bahn", Window.DAY)).isEqualTo(new Volume(3, 2, 2, 2));
    }

    @Test
    void the_same_event_again_counts_once() {
        var said = Said.post("p1", NOON, "anna", "bahn");
        counting.hear(said);
        counting.hear(said);
        counting.settle();

        assertThat(volume("bahn", Window.DAY)).isEqualTo(new Volume(1, 0, 1, 0));
        assertThat(outcome("stale")).isEqualTo(1);
    }

    @Test
    void an_older_event_that_comes_late_changes_nothing() {
        var said = Said.post("p1", NOON, "anna", "bahn");
        counting.hear(said.withdrawn());
        counting.hear(said);
        counting.settle();

        assertThat(counting.view("default", "bahn", Window.DAY)).isNull();
    }

    @Test
    void an_edit_moves_a_mention_from_one_watch_to_another() {
        var said = Said.post("p1", NOON, "anna", "bahn", "bus");
        counting.hear(said);
        counting.hear(said.nowHeardBy("bus", "tram"));
        counting.settle();

        assertThat(volume("bahn", Window.DAY)).isEqualTo(NOTHING);
        assertThat(volume("bus", Window.DAY)).isEqualTo(new Volume(1, 0, 1, 0));
        assertThat(volume("tram", Window.DAY)).isEqualTo(new Volume(1, 0, 1, 0));
    }

    @Test
    void an_event_that_changes_nothing_that_counts_sends_nothing() {
        var said = Said.post("p1", NOON, "anna", "bahn");
        counting.hear(said);
        counting.settle();
        counting.sent();

        counting.hear(said.nowHeardBy("bahn"));
        counting.settle();

        assertThat(counting.sent()).isEmpty();
        assertThat(outcome("unchanged")).isEqualTo(1);
    }

    @Test
    void a_watch_that_loses_all_its_mentions_shows_zeros() {
        var said = Said.post("p1", NOON, "anna", "bahn");
        counting.hear(said);
        counting.hear(said.withdrawn());
        counting.settle();

        for (var window : Window.values()) {
            var view = counting.view("default", "bahn", window);
            assertThat(view.total()).isEqualTo(NOTHING);
            assertThat(view.series()).isEmpty();
            assertThat(view.first()).isNull();
            assertThat(view.last()).isNull();
        }
    }

    @Test
    void a_mention_the_log_forgets_is_forgotten() {
        var said = Said.post("p1", NOON, "anna", "bahn");
        counting.hear(said);
        counting.hear(said.key(), null);
        counting.settle();

        assertThat(volume("bahn", Window.DAY)).isEqualTo(NOTHING);
    }

    @Test
    void windows_begin_and_end_with_whole_minutes_and_end_with_the_current_one() {
        counting.pass(Duration.ofSeconds(61));
        counting.hear(Said.post("p1", NOON, "anna", "bahn"));

        var view = counting.view("default", "bahn", Window.HOUR);
        assertThat(view.from()).isEqualTo(Instant.parse("2026-11-22T11:02:00Z"));
        assertThat(view.to()).isEqualTo(Instant.parse("2026-11-22T12:02:00Z"));
        assertThat(view.series()).containsExactly(new Bucket(NOON, new Volume(1, 0, 1, 0)));
    }

    @Test
    void an_idle_window_empties_as_time_moves_on() {
        counting.hear(Said.post("p1", NOON, "anna", "bahn"));
        counting.settle();

        counting.pass(Duration.ofMinutes(58));
        counting.settle();
        assertThat(volume("bahn", Window.HOUR)).isEqualTo(new Volume(1, 0, 1, 0));

        counting.pass(Duration.ofMinutes(2));
        counting.settle();
        assertThat(volume("bahn", Window.HOUR)).isEqualTo(NOTHING);
        assertThat(volume("bahn", Window.DAY)).isEqualTo(new Volume(1, 0, 1, 0));
    }

    @Test
    void an_empty_window_is_not_sent_every_minute() {
        counting.hear(Said.post("p1", NOON.minus(Duration.ofDays(30)), "anna", "bahn"));
        counting.settle();
        counting.sent();

        counting.pass(Duration.ofMinutes(5));
        counting.settle();

        assertThat(counting.sent()).isEmpty();
    }

    @Test
    void a_post_dated_ahead_is_counted_when_its_time_comes() {
        counting.hear(Said.post("p1", NOON.plus(Duration.ofMinutes(10)), "anna", "bahn"));
        counting.settle();
        assertThat(volume("bahn", Window.HOUR)).isEqualTo(NOTHING);

        counting.pass(Duration.ofMinutes(10));
        counting.settle();

        assertThat(volume("bahn", Window.HOUR)).isEqualTo(new Volume(1, 0, 1, 0));
    }

    @Test
    void a_view_is_sent_at_once_if_none_was_lately() {
        counting.hear(Said.post("p1", NOON, "anna", "bahn"));

        assertThat(counting.sent()).extracting(LiveView::window).containsExactly(Window.values());
    }

    @Test
    void the_next_view_of_an_hour_is_sent_200_milliseconds_after_the_last() {
        counting.hear(Said.post("p1", NOON, "anna", "bahn"));
        counting.sent();

        counting.pass(Duration.ofMillis(60));
        counting.hear(Said.post("p2", NOON, "berta", "bahn"));
        counting.hear(Said.post("p3", NOON, "carla", "bahn"));
        counting.pass(Duration.ofMillis(130));
        assertThat(counting.sent()).isEmpty();

        counting.pass(Duration.ofMillis(50));
        assertThat(counting.sent()).singleElement().satisfies(view -> {
            assertThat(view.window()).isEqualTo(Window.HOUR);
            assertThat(view.total()).isEqualTo(new Volume(3, 0, 3, 0));
        });
    }

    @Test
    void those_of_days_and_weeks_follow_a_second_after_the_last_however_often_hours_are_sent() {
        counting.hear(Said.post("p0", NOON, "anna", "bahn"));
        counting.sent();

        for (int post = 1; post <= 8; post++) {
            counting.hear(Said.post("p" + post, NOON, "anna", "bahn"));
            counting.pass(Duration.ofMillis(100));
        }
        assertThat(counting.sent()).isNotEmpty().extracting(LiveView::window).containsOnly(Window.HOUR);

        counting.pass(Duration.ofMillis(300));
        assertThat(counting.sent())
                .filteredOn(view -> view.window() != Window.HOUR)
                .extracting(LiveView::window, LiveView::total)
                .containsExactly(tuple(Window.DAY, new Volume(9, 0, 1, 0)), tuple(Window.WEEK, new Volume(9, 0, 1, 0)));
        counting.pass(Duration.ofSeconds(2));
        assertThat(counting.sent()).isEmpty();
    }

    @Test
    void as_of_names_the_newest_mention_counted_in() {
        counting.hear(Said.post("p1", NOON, "anna", "bahn"));
        counting.hear(Said.post("p2", NOON, "anna", "bus"));
        counting.hear(Said.post("p3", NOON, "anna", "bahn"));
        counting.hear(Said.post("p4", NOON, "anna", "bus"));
        counting.settle();

        assertThat(counting.view("default", "bahn", Window.DAY).asOf()).isEqualTo(Map.of(0, 2L));
        assertThat(counting.view("default", "bus", Window.DAY).asOf()).isEqualTo(Map.of(0, 3L));
    }

    @Test
    void a_record_nobody_can_read_is_set_aside_and_the_next_is_counted() {
        counting.hear("default/p0", "{\"event\":\"found\",\"text\":\"private words\"".getBytes(UTF_8));
        counting.hear("default/p0", "{\"event\":\"withdrawn\",\"sequence\":1}".getBytes(UTF_8));
        counting.hear(null, "{}".getBytes(UTF_8));
        counting.hear(Said.post("p1", NOON, "anna", "bahn"));

        var setAside = counting.setAside();
        assertThat(setAside)
                .extracting(record -> header(record.headers().lastHeader("origin")))
                .containsExactly("mentions-0@0", "mentions-0@1", "mentions-0@2");
        assertThat(setAside)
                .extracting(record -> header(record.headers().lastHeader("reason")))
                .allMatch(reason -> !reason.isBlank() && !reason.contains("private"));
        assertThat(setAside.getFirst().value()).asString(UTF_8).contains("private words");
        assertThat(volume("bahn", Window.DAY)).isEqualTo(new Volume(1, 0, 1, 0));
        assertThat(outcome("set-aside")).isEqualTo(3);
    }

    private Volume volume(String watch, Window window) {
        return counting.view("default", watch, window).total();
    }

    private double outcome(String outcome) {
        return counting.meters.counter("persona.mentions", "outcome", outcome).count();
    }

    private static String header(Header header) {
        return new String(header.value(), UTF_8);
    }
}
