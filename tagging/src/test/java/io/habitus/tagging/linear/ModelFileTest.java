package io.habitus.tagging.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.habitus.tagging.features.Features;
import io.habitus.tagging.features.PolarityFeatures;
import io.habitus.tagging.features.SomeTexts;
import io.habitus.tagging.linear.LinearModel.Header;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelFileTest {

    private static final int BITS = 10;
    private static final Header HEADER = new Header(
            "polarity-xx", List.of("positive", "neutral", "negative"), BITS, 2f, List.of(.1f, 0f, -.1f), .5f);

    private static Weights random(boolean withLexicon) {
        var random = new Random(5);
        var idf = new byte[1 << BITS];
        random.nextBytes(idf);
        var weights = new float[3][1 << BITS];
        for (var ofLabel : weights) {
            for (int i = 0; i < ofLabel.length; i++) {
                ofLabel[i] = (float) random.nextGaussian();
            }
        }
        var said = new float[3][Lexicon.SAID];
        Arrays.stream(said).forEach(ofLabel -> Arrays.fill(ofLabel, .5f));
        var lexicon = withLexicon ? Lexicon.of(Map.of("great", 3.1, "worst", -3.1)) : null;
        return new Weights(idf, .05f, weights, new float[] {.1f, .2f, .3f}, said, lexicon);
    }

    private static float[] scores(LinearModel model, String text) {
        var features = new Features(BITS);
        new PolarityFeatures("en").of(text, features);
        var scores = new float[3];
        model.score(features, model.said(), scores);
        return scores;
    }

    @Test
    void what_is_written_is_read_and_says_the_same() {
        for (boolean withLexicon : new boolean[] {false, true}) {
            var model = random(withLexicon).quantised(HEADER);
            var read = ModelFile.read(ModelFile.write(model));

            assertThat(read.header()).isEqualTo(HEADER);
            for (var text : SomeTexts.ENGLISH) {
                assertThat(scores(read, text)).isEqualTo(scores(model, text));
            }
            assertThat(ModelFile.write(read)).isEqualTo(ModelFile.write(model));
        }
    }

    @Test
    void a_single_changed_byte_is_noticed_wherever_it_is() {
        var file = ModelFile.write(random(true).quantised(HEADER));
        for (int at = 0; at < file.length; at += 97) {
            var changed = file.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> ModelFile.read(changed)).isInstanceOf(UnreadableModel.class);
        }
        assertThatThrownBy(() -> ModelFile.read(Arrays.copyOf(file, file.length - 1)))
                .isInstanceOf(UnreadableModel.class);
        assertThatThrownBy(() -> ModelFile.read(new byte[0])).isInstanceOf(UnreadableModel.class);
    }

    @Test
    void one_byte_a_weight_costs_no_more_than_half_a_step() {
        var weights = random(false);
        var model = weights.quantised(HEADER);
        for (int k = 0; k < 3; k++) {
            for (int bucket = 0; bucket < 1 << BITS; bucket++) {
                int q = model.body[bucket * 4 + 1 + k];
                double kept = model.scale(k) * q * Math.abs(q) / (127.0 * 127.0);
                // Between q and its neighbours the curve rises by scale·(2|q|+1)/127².
                double halfStep = model.scale(k) * (Math.abs(q) + .5) / (127.0 * 127.0);
                assertThat(Math.abs(kept - weights.ofLabels()[k][bucket])).isLessThanOrEqualTo(halfStep + 1e-6);
            }
        }
    }

    @Test
    void likelihoods_are_one_together_and_keep_the_order() {
        var model = random(false).quantised(HEADER);
        var likely = new float[] {1f, -.5f, .2f};
        model.likelihoods(likely);

        assertThat(likely[0] + likely[1] + likely[2]).isCloseTo(1f, offset(1e-5f));
        assertThat(likely[0]).isGreaterThan(likely[2]);
        assertThat(likely[2]).isGreaterThan(likely[1]);
    }

    @Test
    void a_lexicon_hears_words_and_turns_negated_ones() {
        var lexicon = Lexicon.of(Map.of("great", 3.0, "worst", -3.0));
        var features = new Features(BITS);
        var said = new float[Lexicon.SAID];

        new PolarityFeatures("en").of("great great", features);
        lexicon.say(features, said);
        assertThat(said[2]).isPositive();
        new PolarityFeatures("en").of("not great", features);
        lexicon.say(features, said);
        assertThat(said[2]).isNegative();
        new PolarityFeatures("en").of("a tram", features);
        lexicon.say(features, said);
        assertThat(said[8]).isEqualTo(1);
    }
}
