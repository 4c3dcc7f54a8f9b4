package io.habitus.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.habitus.tagging.features.Features;
import io.habitus.tagging.features.PolarityFeatures;
import io.habitus.tagging.linear.Lexicon;
import io.habitus.tagging.linear.LinearModel;
import io.habitus.tagging.linear.LinearModel.Header;
import io.habitus.tagging.linear.Weights;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final int BITS = 14;
    private static final List<String> LABELS = List.of("positive", "neutral", "negative");
    private static final List<Labelled> TEXTS = List.of(
            new Labelled("s", "what a great day, thank you", 0),
            new Labelled("s", "great food and lovely people", 0),
            new Labelled("s", "the shop opens at nine", 1),
            new Labelled("s", "we meet at the town hall", 1),
            new Labelled("s", "this is not great, terrible", 2),
            new Labelled("s", "terrible food and angry people", 2));

    private final Lexicon lexicon = Lexicon.of(Map.of("great", 3.0, "terrible", -3.0));
    private final PolarityFeatures looking = new PolarityFeatures("en");

    private List<Looked> looked() {
        var room = new Features(BITS);
        return TEXTS.stream()
                .map(text -> Looked.at(text, looking::of, room, lexicon))
                .toList();
    }

    private Weights trained() {
        return new Trainer(new Trainer.Settings(3, BITS, 1, .75, lexicon)).train(looked());
    }

    private static LinearModel quantised(Weights weights) {
        return weights.quantised(new Header("polarity-en", LABELS, BITS, 1, Collections.nCopies(3, 0f), .5f));
    }

    @Test
    void what_it_was_taught_it_knows() {
        var scores = new Measuring(looking::of).scores(quantised(trained()), TEXTS);
        for (int t = 0; t < TEXTS.size(); t++) {
            assertThat(Scores.best(scores.get(t))).isEqualTo(TEXTS.get(t).label());
        }
    }

    @Test
    void a_text_weighs_the_same_in_training_and_at_run_time() {
        var weights = trained();
        var atRunTime = new Measuring(looking::of).scores(quantised(weights), TEXTS);
        var looked = looked();
        for (int t = 0; t < TEXTS.size(); t++) {
            for (int k = 0; k < LABELS.size(); k++) {
                var asTrained = scoreAsTrained(weights, looked.get(t), k);
                assertThat((double) atRunTime.get(t)[k]).isCloseTo(asTrained, within(bound(weights, looked.get(t), k)));
            }
        }
    }

    private static double scoreAsTrained(Weights weights, Looked text, int label) {
        double sum = 0;
        for (int i = 0; i < text.buckets().length; i++) {
            sum += LinearModel.often(text.counts()[i]) * weights.ofLabels()[label][text.buckets()[i]];
        }
        double score = weights.bias()[label] + sum / length(weights, text);
        for (int i = 0; i < Lexicon.SAID; i++) {
            score += weights.saidWeights()[label][i] * text.said()[i];
        }
        return score;
    }

    private static double length(Weights weights, Looked text) {
        double length = 0;
        for (int i = 0; i < text.buckets().length; i++) {
            double value = LinearModel.often(text.counts()[i])
                    * LinearModel.idf(weights.idf()[text.buckets()[i]] & 0xFF, weights.idfStep());
            length += value * value;
        }
        return Math.sqrt(length);
    }

    /** Half a step of every weight. */
    private static double bound(Weights weights, Looked text, int label) {
        float scale = quantised(weights).scale(label);
        double bound = 1e-5;
        for (int i = 0; i < text.buckets().length; i++) {
            double steps = 127 * Math.sqrt(Math.abs(weights.ofLabels()[label][text.buckets()[i]]) / scale);
            bound += LinearModel.often(text.counts()[i]) * scale * (steps + 1) / (127 * 127) / length(weights, text);
        }
        return bound;
    }
}
