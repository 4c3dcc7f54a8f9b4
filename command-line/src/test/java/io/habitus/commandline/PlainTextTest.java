package io.habitus.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void control_characters_and_turned_directions_do_not_reach_the_terminal() {
        assertThat(PlainText.line("a\u001b[2J\u0007b\r\nc\u202Ed\u2069e\u0085f"))
                .isEqualTo("a [2J b cde f");
    }

    @Test
    void emoji_and_umlauts_stay_whole_when_shortened() {
        assertThat(PlainText.line("ä😡😡😡", 3)).isEqualTo("ä😡…");
        assertThat(PlainText.line("ä😡", 3)).isEqualTo("ä😡");
    }

    @Test
    void sizes_and_times_are_readable() {
        assertThat(PlainText.bytes(1_023)).isEqualTo("1023 B");
        assertThat(PlainText.bytes(5L << 30)).isEqualTo("5.0 GiB");
        assertThat(PlainText.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(PlainText.time(Duration.ofSeconds(61))).isEqualTo("1:01 min");
        assertThat(PlainText.time(Duration.ofMinutes(125))).isEqualTo("2 h 05 min");
    }
}
