package io.habitus.persona.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.persona.words.Said;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final int VOICES = 2_000;
    private static final int EACH = 5;

    @Test
    void what_fits_is_gathered_whole() {
        var gathering = gathered(VOICES * EACH);
        assertThat(gathering.said()).hasSize(VOICES * EACH);
        assertThat(gathering.share()).isEqualTo(1);
    }

    @Test
    void of_more_it_keeps_whole_voices_about_as_many_as_it_says() {
        var gathering = gathered(3_000);
        assertThat(gathering.said().size()).isLessThanOrEqualTo(3_000);
        Map<Long, Long> byVoice =
                gathering.said().stream().collect(Collectors.groupingBy(Said::voice, Collectors.counting()));
        assertThat(byVoice.values()).containsOnly((long) EACH);
        assertThat(gathering.share()).isEqualTo(.25);
        assertThat(byVoice.size()).isBetween((int) (VOICES * .25 * .85), (int) (VOICES * .25 * 1.15));
    }

    /** In whatever order they come: voices follow each other, or come again and again. */
    private static Gathering gathered(int most) {
        var random = new Random(5);
        long[] voices = random.longs(VOICES).toArray();
        var gathering = new Gathering(most);
        for (int round = 0; round < EACH; round++) {
            for (long voice : voices) {
                gathering.take(new Said(voice, "de", "Worte", round + "/" + voice, 0));
            }
        }
        return gathering;
    }
}
