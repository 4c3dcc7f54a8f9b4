package io.habitus.tagging.linear;

import java.util.Arrays;

/**
 * The weights of a model as training found them, before they are written in one byte each.
 *
 * @param idf of each bucket in steps of {@code idfStep}, 0 (never seen) to 255
 * @param ofLabels for each label the weight of each bucket, with its idf folded in
 * @param saidWeights for each label those of the lexicon's figures; empty without a lexicon
 */
public record Weights(
        byte[] idf, float idfStep, float[][] ofLabels, float[] bias, float[][] saidWeights, Lexicon lexicon) {

    /** @return a model of one byte a weight; {@code |q|q|·scale/127² - w| ≤ scale·(|q| + ½)/127²} for each of them */
    public LinearModel quantised(LinearModel.Header header) {
        int labels = ofLabels.length;
        var body = new byte[(labels + 1) << header.bits()];
        var scale = new float[labels];
        for (int k = 0; k < labels; k++) {
            for (float weight : ofLabels[k]) {
                scale[k] = Math.max(scale[k], Math.abs(weight));
            }
        }
        for (int bucket = 0; bucket < 1 << header.bits(); bucket++) {
            int at = bucket * (labels + 1);
            body[at] = idf[bucket];
            for (int k = 0; k < labels; k++) {
                body[at + 1 + k] = step(ofLabels[k][bucket], scale[k]);
            }
        }
        var said = new float[lexicon == null ? 0 : labels * Lexicon.SAID];
        for (int k = 0; k < labels && lexicon != null; k++) {
            System.arraycopy(saidWeights[k], 0, said, k * Lexicon.SAID, Lexicon.SAID);
        }
        return new LinearModel(
                header,
                Arrays.copyOf(bias, labels),
                scale,
                said,
                lexicon == null ? Lexicon.EMPTY : lexicon,
                idfStep,
                body);
    }

    private static byte step(float weight, float scale) {
        if (scale == 0) {
            return 0;
        }
        var steps = Math.round(LinearModel.STEPS * Math.sqrt(Math.abs(weight) / scale));
        return (byte) (weight < 0 ? -steps : steps);
    }
}
