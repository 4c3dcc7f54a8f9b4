package io.habitus.persona.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing distinguishes, nothing is told: one set of voices, split at random. */
class ChanceTest {

    static final int SPLITS = 200;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.05})
    void at_most_one_split_of_twenty_has_any_word(double share) {
        assertThat(wrongAnswers(share)).isLessThanOrEqualTo(SPLITS / 20);
    }

    static int wrongAnswers(double share) {
        var invented = new Invented(99, 20_000);
        var ofVoice = Invented.said(invented.voices(2_000, 15)).stream().collect(Collectors.groupingBy(Said::voice));
        int wrong = 0;
        for (int split = 0; split < SPLITS; split++) {
            if (!ofSplit(ofVoice, share, new Random(split)).words().isEmpty()) {
                wrong++;
            }
        }
        return wrong;
    }

    private static OwnWords ofSplit(Map<Long, List<Said>> ofVoice, double share, Random random) {
        List<Said> target = new ArrayList<>();
        List<Said> reference = new ArrayList<>();
        ofVoice.forEach((_, said) -> (random.nextDouble() < share ? target : reference).addAll(said));
        return Keyness.of(target, reference, Asked.usual());
    }
}
