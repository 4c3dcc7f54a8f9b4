package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewCommandTest {

    private final FakeDoor door = new FakeDoor()
            .answering("GET /api/v1/projects/default/watches", 200, "watches.json")
            .answering("GET /api/v1/projects/default/watches/bahn/view", 200, "view.json")
            .answering("GET /api/v1/projects/default/mentions", 200, "mentions.json");

    @TempDir
    private Path data;

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void volume_is_drawn_with_silent_days_and_foreign_text_cannot_move_the_cursor() {
        Typed typed = Typed.habitus(door, data, "view", "bahn", "--tz", "Europe/Berlin");
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("""
                        Bahn   bahn OR @DB_Bahn
                        1,210 posts   30 reposts   900 voices   1 without an author

                        Thu 2026-10-01  █████████████████████████ 400
                        Fri 2026-10-02  ██████████████████████████████████████████████████ 800
                        Sat 2026-10-03   0
                        Sun 2026-10-04  ██▌ 40

                        Newest of 1,240
                        2026-10-04 07:00  twitter  Der Zug [31mist zu spät
                        """);
    }

    @Test
    void the_range_is_asked_for_in_the_zone_that_was_named() {
        Typed.habitus(
                door,
                data,
                "view",
                "bahn",
                "--from",
                "2026-10-01",
                "--to",
                "2026-10-05",
                "--interval",
                "day",
                "--tz",
                "Europe/Berlin");
        assertThat(door.requests())
                .anyMatch(
                        request -> request.contains(
                                "/view?tz=Europe%2FBerlin&from=2026-09-30T22%3A00%3A00Z&to=2026-10-04T22%3A00%3A00Z&interval=day"));
    }

    @Test
    void without_a_range_everything_since_the_first_mention_is_shown() {
        Typed.habitus(door, data, "view", "bahn", "--tz", "UTC");
        assertThat(door.requests()).anyMatch(request -> request.contains("/view?tz=UTC&from=2026-10-01T05%3A00%3A00Z"));
    }

    @Test
    void a_rolling_window_may_be_asked_for() {
        Typed.habitus(door, data, "view", "bahn", "--window", "week");
        assertThat(door.requests()).anyMatch(request -> request.contains("/view?window=week"));
    }

    @Test
    void a_day_that_is_none_is_a_clear_sentence() {
        Typed typed = Typed.habitus(door, data, "view", "bahn", "--from", "yesterday");
        assertThat(typed.status()).isEqualTo(1);
        assertThat(typed.err()).contains("--from takes a day such as 2026-11-22");
    }

    @Test
    void scripts_get_watch_view_and_mentions_as_json() {
        var answer = Typed.habitus(door, data, "view", "bahn", "--json").json();
        assertThat(answer.at("/view/total/voices").asLong()).isEqualTo(900);
        assertThat(answer.at("/mentions/total").asLong()).isEqualTo(1_240);
        assertThat(answer.at("/watch/id").asString()).isEqualTo("bahn");
    }
}
