package io.habitus.persona.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastHoursTest {

    private static final int DAY = PastHours.OF_DAY;

    @ParameterizedTest
    @CsvSource({"166, 238", "167, 239", "168, 71", "1200, 71"})
    void a_single_post_of_long_ago_is_not_when_listening_began(int silent, int known) {
        assertThat(counting(silent + 1 + 3 * DAY, i -> i == 0 || i > silent ? 30 : 0)
                        .withoutSilenceBefore()
                        .size())
                .isEqualTo(known);
    }

    @Test
    void of_several_silences_the_last_week_counts_whatever_was_before_it() {
        var hours = counting(56 * DAY, i -> i % (9 * DAY) < DAY ? 5 : 0).withoutSilenceBefore();
        // Eight days of silence after each day: the last one ends with the 54th day.
        assertThat(hours.size()).isEqualTo(2 * DAY - 1);
        assertThat(hours.dates()[0]).isEqualTo(54);
    }

    @Test
    void nothing_is_known_while_a_silence_of_a_week_lasts() {
        assertThat(counting(40 * DAY, i -> i < 30 * DAY ? 30 : 0)
                        .withoutSilenceBefore()
                        .size())
                .isZero();
        assertThat(counting(40 * DAY, i -> i < 34 * DAY ? 30 : 0)
                        .withoutSilenceBefore()
                        .size())
                .isEqualTo(40 * DAY - 1);
    }

    private static PastHours counting(int hours, IntUnaryOperator counts) {
        int[] slots = new int[hours];
        long[] dates = new long[hours];
        int[] all = new int[hours];
        Arrays.setAll(slots, i -> i % PastHours.OF_WEEK);
        Arrays.setAll(dates, i -> i / DAY);
        Arrays.setAll(all, counts);
        return new PastHours(slots, dates, all);
    }
}
