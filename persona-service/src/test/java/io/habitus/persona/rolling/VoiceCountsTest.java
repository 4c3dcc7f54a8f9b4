package io.habitus.persona.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceCountsTest {

    @Test
    void it_counts_distinct_voices_as_they_come_and_go() {
        var random = new Random(7);
        var counts = new VoiceCounts();
        List<Long> heard = new ArrayList<>();
        for (int step = 0; step < 60_000; step++) {
            // Waves: it grows far, and shrinks to nothing again.
            boolean grows = random.nextInt(100) < (step / 10_000 % 2 == 0 ? 65 : 30);
            if (grows || heard.isEmpty()) {
                long voice = random.nextInt(3_000) * 0x100000000L;
                counts.add(voice);
                heard.add(voice);
            } else {
                int last = heard.size() - 1;
                int any = random.nextInt(heard.size());
                counts.subtract(heard.get(any));
                heard.set(any, heard.get(last));
                heard.removeLast();
            }
            if (step % 500 == 0) {
                assertThat(counts.distinct())
                        .isEqualTo((int) heard.stream().distinct().count());
            }
        }
        heard.forEach(counts::subtract);
        assertThat(counts.distinct()).isZero();
    }

    @Test
    void a_voice_that_never_came_cannot_go() {
        var counts = new VoiceCounts();
        counts.add(1);

        assertThatThrownBy(() -> counts.subtract(2)).isInstanceOf(IllegalStateException.class);
    }
}
