package io.habitus.persona.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final int VOICES = 2_000;
    private static final int EACH = 5;

    @Test
    void what_fits_is_gathered_whole() {
        var gathering = gathered(VOICES * EACH, 7L * VOICES * EACH);

        assertThat(gathering.all()).hasSize(VOICES * EACH);
        assertThat(gathering.share()).isEqualTo(1);
    }

    @Test
    void of_more_texts_it_keeps_whole_voices_about_as_many_as_it_says() {
        isAQuarterOfTheVoices(gathered(3_000, Long.MAX_VALUE));
    }

    @Test
    void of_longer_texts_it_keeps_fewer_voices_too() {
        isAQuarterOfTheVoices(gathered(Integer.MAX_VALUE, 7L * 3_000));
    }

    private static void isAQuarterOfTheVoices(Gathering<Long> gathering) {
        assertThat(gathering.all().size()).isLessThanOrEqualTo(3_000);
        Map<Long, Long> byVoice =
                gathering.all().stream().collect(Collectors.groupingBy(voice -> voice, Collectors.counting()));
        assertThat(byVoice.values()).containsOnly((long) EACH);
        assertThat(gathering.share()).isEqualTo(.25);
        assertThat(byVoice.size()).isBetween((int) (VOICES * .25 * .85), (int) (VOICES * .25 * 1.15));
    }

    /** In whatever order they come: voices follow each other, or come again and again. */
    private static Gathering<Long> gathered(int most, long mostUnits) {
        long[] voices = new Random(5).longs(VOICES).toArray();
        var gathering = new Gathering<Long>(most, mostUnits);
        for (int round = 0; round < EACH; round++) {
            for (long voice : voices) {
                gathering.take(voice, 7, voice);
            }
        }
        return gathering;
    }
}
