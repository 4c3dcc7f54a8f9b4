package io.habitus.tagging.linear;

import io.habitus.tagging.features.Features;
import java.util.List;

/**
 * Several linear scores of one text, and how likely they make each label. One byte a weight: {@code scale × q|q| / 127²},
 * which is finer the smaller the weight, for most are small. Immutable.
 *
 * <p>A text is a vector of {@code (1 + ln count) × idf} of length 1 (Salton and Buckley 1988); the idf of a feature is
 * folded into its weights, so it is asked for the length only. Likelihoods are a softmax of one temperature over the
 * scores (Guo et al. 2017).
 */
public final class LinearModel {

    /** The steps of a weight on each side of 0. */
    static final int STEPS = 127;

    private static final float[] WEIGHTS = new float[256];
    private static final float[] OFTEN = new float[64];

    static {
        for (int q = -STEPS; q <= STEPS; q++) {
            WEIGHTS[q & 0xFF] = (float) q * Math.abs(q) / (STEPS * STEPS);
        }
        for (int count = 1; count < OFTEN.length; count++) {
            OFTEN[count] = (float) (1 + StrictMath.log(count));
        }
    }

    /**
     * What is known of a model beside its weights.
     *
     * @param name what it judges, and of which language: {@code polarity-de}
     * @param labels at least 2
     * @param bits 2^bits buckets
     * @param temperature the scores are multiplied with it; above 0
     * @param offsets added to the scores of each label
     * @param abstainBelow likelihood under which nothing should be concluded, 0 to 1
     */
    public record Header(
            String name, List<String> labels, int bits, float temperature, List<Float> offsets, float abstainBelow) {

        /** Copies the lists. */
        public Header {
            labels = List.copyOf(labels);
            offsets = List.copyOf(offsets);
        }
    }

    final Header header;
    final float[] bias;
    final float[] scale;
    /** Of each label one after the other, {@link Lexicon#SAID} each; none without a lexicon. */
    final float[] saidWeights;

    final Lexicon lexicon;
    final float idfStep;
    /** Of each bucket: its idf, then a weight for each label. */
    final byte[] body;

    private final int labels;
    private final float[] offsets;

    LinearModel(
            Header header,
            float[] bias,
            float[] scale,
            float[] saidWeights,
            Lexicon lexicon,
            float idfStep,
            byte[] body) {
        this.header = header;
        this.bias = bias;
        this.scale = scale;
        this.saidWeights = saidWeights;
        this.lexicon = lexicon;
        this.idfStep = idfStep;
        this.body = body;
        labels = header.labels().size();
        offsets = new float[labels];
        for (int k = 0; k < labels; k++) {
            offsets[k] = header.offsets().get(k);
        }
    }

    /** What is known of it beside its weights. */
    public Header header() {
        return header;
    }

    /** The same weights under another calibration. */
    public LinearModel with(Header calibrated) {
        return new LinearModel(calibrated, bias, scale, saidWeights, lexicon, idfStep, body);
    }

    /** What a count weighs before its idf. */
    public static float often(int count) {
        return OFTEN[Math.min(count, OFTEN.length - 1)];
    }

    /** Steps of an idf: as it stands in a model, so that training reckons with nothing else. */
    public static float idf(int steps, float step) {
        return steps * step;
    }

    /** Space for judging; one for each thread. */
    public float[] said() {
        return new float[Lexicon.SAID];
    }

    /**
     * One score for each label, without the offsets.
     *
     * @param said from {@link #said}
     * @param into as long as there are labels
     */
    public void score(Features features, float[] said, float[] into) {
        double length = 0;
        var sums = new float[labels];
        int stride = labels + 1;
        for (int i = 0; i < features.size(); i++) {
            int at = features.bucket(i) * stride;
            float often = often(features.count(i));
            float value = often * idf(body[at] & 0xFF, idfStep);
            length += value * value;
            for (int k = 0; k < labels; k++) {
                sums[k] += often * WEIGHTS[body[at + 1 + k] & 0xFF];
            }
        }
        float perLength = length == 0 ? 0 : (float) (1 / Math.sqrt(length));
        if (lexicon.size() > 0) {
            lexicon.say(features, said);
        }
        for (int k = 0; k < labels; k++) {
            float score = bias[k] + sums[k] * scale[k] * perLength;
            if (lexicon.size() > 0) {
                for (int i = 0; i < Lexicon.SAID; i++) {
                    score += saidWeights[k * Lexicon.SAID + i] * said[i];
                }
            }
            into[k] = score;
        }
    }

    /** Makes likelihoods of scores, in place: 0 to 1 each, 1 together. */
    public void likelihoods(float[] scores) {
        float highest = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < labels; k++) {
            scores[k] = (scores[k] + offsets[k]) * header.temperature();
            highest = Math.max(highest, scores[k]);
        }
        float sum = 0;
        for (int k = 0; k < labels; k++) {
            scores[k] = (float) StrictMath.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < labels; k++) {
            scores[k] /= sum;
        }
    }

    /** The largest weight of a label, which its steps are parts of. */
    public float scale(int label) {
        return scale[label];
    }
}
