package io.habitus.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {

    private static final List<float[]> LIKELIHOODS = List.of(
            new float[] {.9f, .05f, .05f}, new float[] {.3f, .6f, .1f}, new float[] {.4f, .35f, .25f}, new float[] {
                .1f, .1f, .8f
            });
    private static final int[] TRUTH = {0, 1, 2, 2};

    private final Scores scores = new Scores(LIKELIHOODS, TRUTH, 3);

    @Test
    void f1_and_recall_are_means_over_the_labels() {
        // By hand: F1 of 0 is 2/3, of 1 is 1, of 2 is 2/3; recall 1, 1, 1/2.
        assertThat(scores.macroF1()).isCloseTo(7 / 9., within(1e-9));
        assertThat(scores.macroRecall()).isCloseTo(5 / 6., within(1e-9));
    }

    @Test
    void the_surest_answers_are_counted_first() {
        assertThat(scores.accuracy(1)).isEqualTo(.75);
        assertThat(scores.accuracy(.75)).isEqualTo(1);
        assertThat(scores.coverage(.5)).isEqualTo(.75);
    }

    @Test
    void the_calibration_error_is_the_distance_of_sureness_and_rightness() {
        // Four bins of one answer each: |.9-1| + |.6-1| + |.4-0| + |.8-1|, by 4.
        assertThat(scores.calibrationError()).isCloseTo(1.1 / 4, within(1e-6));
    }

    @Test
    void a_temperature_is_found_that_was_put_in() {
        // Scores of which one in four is wrong by the same margin: softmax must say 3/4, so 2·t·margin = ln 3.
        var scored = List.of(
                new float[] {.5f, -.5f}, new float[] {.5f, -.5f}, new float[] {.5f, -.5f}, new float[] {.5f, -.5f});
        var calibration = Calibration.of(scored, new int[] {0, 0, 0, 1}, 2);

        assertThat((double) calibration.temperature()).isCloseTo(Math.log(3), within(1e-2));
        assertThat(calibration.offsets()).containsExactly(0f, 0f);
    }
}
