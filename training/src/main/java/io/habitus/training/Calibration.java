package io.habitus.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes likelihoods of scores that a model gave to texts it was not trained with: an offset for each label, for the best
 * macro-F1, then one temperature, for the smallest log loss (Guo et al. 2017).
 *
 * @param offsets added to the scores
 * @param temperature the sums are multiplied with it
 */
record Calibration(List<Float> offsets, float temperature) {

    private static final int STEPS = 25;
    private static final float STEP = .04f;
    private static final int ROUNDS = 3;

    /** Offsets only where they say something: with fewer texts they cost as often as they gain. */
    private static final int ENOUGH = 500;

    static Calibration none(int labels) {
        return new Calibration(Collections.nCopies(labels, 0f), 1);
    }

    static Calibration of(List<float[]> scores, int[] truth, int labels) {
        var offsets = new float[labels];
        if (truth.length >= ENOUGH) {
            tune(offsets, scores, truth, labels);
        }
        var kept = new ArrayList<Float>();
        for (float offset : offsets) {
            kept.add(offset);
        }
        return new Calibration(List.copyOf(kept), temperature(offsets, scores, truth));
    }

    /** One after the other, to where macro-F1 is best; the smaller offset where it makes no difference. */
    private static void tune(float[] offsets, List<float[]> scores, int[] truth, int labels) {
        for (int round = 0; round < ROUNDS; round++) {
            for (int k = 0; k < labels; k++) {
                float best = offsets[k];
                double bestF1 = macroF1(offsets, scores, truth, labels);
                for (int step = 0; step <= 2 * STEPS; step++) {
                    // 0, 1, -1, 2, -2, ...
                    int signed = step % 2 == 0 ? -step / 2 : (step + 1) / 2;
                    offsets[k] = signed * STEP;
                    double f1 = macroF1(offsets, scores, truth, labels);
                    if (f1 > bestF1 + 1e-9) {
                        bestF1 = f1;
                        best = offsets[k];
                    }
                }
                offsets[k] = best;
            }
        }
    }

    private static double macroF1(float[] offsets, List<float[]> scores, int[] truth, int labels) {
        var said = new int[truth.length];
        for (int t = 0; t < truth.length; t++) {
            said[t] = best(scores.get(t), offsets);
        }
        return Scores.macroF1(said, truth, labels);
    }

    private static int best(float[] scores, float[] offsets) {
        int best = 0;
        for (int k = 1; k < scores.length; k++) {
            if (scores[k] + offsets[k] > scores[best] + offsets[best]) {
                best = k;
            }
        }
        return best;
    }

    /** By golden section between 0.2 and 20: the loss has one valley. */
    private static float temperature(float[] offsets, List<float[]> scores, int[] truth) {
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = StrictMath.log(.2);
        double high = StrictMath.log(20);
        while (high - low > 1e-3) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (loss(StrictMath.exp(left), offsets, scores, truth)
                    < loss(StrictMath.exp(right), offsets, scores, truth)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (float) StrictMath.exp((low + high) / 2);
    }

    private static double loss(double temperature, float[] offsets, List<float[]> scores, int[] truth) {
        double loss = 0;
        for (int t = 0; t < truth.length; t++) {
            var score = scores.get(t);
            double sum = 0;
            for (int k = 0; k < score.length; k++) {
                sum += StrictMath.exp(temperature * (score[k] + offsets[k] - score[truth[t]] - offsets[truth[t]]));
            }
            loss += StrictMath.log(sum);
        }
        return loss / truth.length;
    }
}
