package io.habitus.persona.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceSetTest {

    @Test
    void it_counts_distinct_voices_as_a_plain_set_does() {
        var random = new Random(5);
        var voices = new VoiceSet();
        for (int round = 0; round < 50; round++) {
            var plain = new HashSet<Long>();
            int distinct = 1 + random.nextInt(round * round + 1);
            for (int i = 0; i < distinct * 3; i++) {
                long voice = random.nextInt(distinct) * (round % 2 == 0 ? 1L : 0x9E3779B97F4A7C15L);
                voices.add(voice);
                plain.add(voice);
            }
            assertThat(voices.size()).isEqualTo(plain.size());
            voices.clear();
            assertThat(voices.size()).isZero();
        }
    }
}
