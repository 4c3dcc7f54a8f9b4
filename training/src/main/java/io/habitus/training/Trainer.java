package io.habitus.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.habitus.tagging.linear.Lexicon;
import io.habitus.tagging.linear.LinearModel;
import io.habitus.tagging.linear.Weights;
import java.util.List;
import java.util.Random;

/**
 * One linear support vector machine for each label against the others (L2 loss, dual coordinate descent: Hsieh et al.
 * 2008), over tf-idf vectors whose features are weighted by their naive Bayes ratio (Wang and Manning 2012). The costs of
 * both sides are balanced. The same texts and settings give the same weights.
 */
final class Trainer {

    /**
     * How to train.
     *
     * @param labels how many there are
     * @param bits 2^bits buckets
     * @param cost of a violated margin, C
     * @param naiveBayes how much of the ratio is used, 0 to 1
     * @param lexicon may be null
     */
    record Settings(int labels, int bits, double cost, double naiveBayes, Lexicon lexicon) {}

    private static final long SEED = 20_261_122;
    private static final double PRECISION = 0.1;
    private static final int MOST_PASSES = 60;
    private static final int MOST_STEPS = 255;

    private final Settings settings;

    Trainer(Settings settings) {
        this.settings = settings;
        Linear.disableDebugOutput();
    }

    Weights train(List<Looked> texts) {
        int buckets = 1 << settings.bits;
        var inTexts = new int[buckets];
        for (var text : texts) {
            for (int bucket : text.buckets()) {
                inTexts[bucket]++;
            }
        }
        float idfStep = (float) ((1 + StrictMath.log(texts.size() + 1.0)) / MOST_STEPS);
        var idf = new byte[buckets];
        for (int bucket = 0; bucket < buckets; bucket++) {
            if (inTexts[bucket] > 0) {
                double wanted = 1 + StrictMath.log((1.0 + texts.size()) / (1.0 + inTexts[bucket]));
                idf[bucket] = (byte) Math.max(1, Math.round(wanted / idfStep));
            }
        }
        var nodes = nodes(texts, idf, idfStep);
        var values = values(nodes);
        var ofLabels = new float[settings.labels][buckets];
        var bias = new float[settings.labels];
        var said = new float[settings.labels][settings.lexicon == null ? 0 : Lexicon.SAID];
        for (int label = 0; label < settings.labels; label++) {
            var ratios = ratios(texts, inTexts, label);
            weigh(nodes, values, ratios);
            var found = solve(texts, nodes, label);
            for (int bucket = 0; bucket < buckets; bucket++) {
                float idfOf = LinearModel.idf(idf[bucket] & 0xFF, idfStep);
                ofLabels[label][bucket] = (float) (found[bucket] * ratios[bucket] * idfOf);
            }
            for (int i = 0; i < said[label].length; i++) {
                said[label][i] = (float) found[buckets + i];
            }
            bias[label] = (float) found[found.length - 1];
        }
        return new Weights(idf, idfStep, ofLabels, bias, said, settings.lexicon);
    }

    /** Buckets, then the lexicon's figures, then one that is always 1. Numbered from 1, as the solver wants it. */
    private FeatureNode[][] nodes(List<Looked> texts, byte[] idf, float idfStep) {
        int buckets = 1 << settings.bits;
        var all = new FeatureNode[texts.size()][];
        for (int t = 0; t < all.length; t++) {
            var text = texts.get(t);
            int seen = text.buckets().length;
            int said = text.said().length;
            var nodes = new FeatureNode[seen + said + 1];
            double length = 0;
            for (int i = 0; i < seen; i++) {
                int bucket = text.buckets()[i];
                double value = LinearModel.often(text.counts()[i]) * LinearModel.idf(idf[bucket] & 0xFF, idfStep);
                nodes[i] = new FeatureNode(1 + bucket, value);
                length += value * value;
            }
            for (int i = 0; i < seen; i++) {
                nodes[i].setValue(nodes[i].getValue() / Math.sqrt(length));
            }
            for (int i = 0; i < said; i++) {
                nodes[seen + i] = new FeatureNode(1 + buckets + i, text.said()[i]);
            }
            nodes[seen + said] = new FeatureNode(1 + buckets + said, 1);
            all[t] = nodes;
        }
        return all;
    }

    private static double[][] values(FeatureNode[][] nodes) {
        var values = new double[nodes.length][];
        for (int t = 0; t < nodes.length; t++) {
            values[t] = new double[nodes[t].length];
            for (int i = 0; i < nodes[t].length; i++) {
                values[t][i] = nodes[t][i].getValue();
            }
        }
        return values;
    }

    private void weigh(FeatureNode[][] nodes, double[][] values, double[] ratios) {
        for (int t = 0; t < nodes.length; t++) {
            for (int i = 0; i < nodes[t].length; i++) {
                int bucket = nodes[t][i].getIndex() - 1;
                nodes[t][i].setValue(values[t][i] * (bucket < ratios.length ? ratios[bucket] : 1));
            }
        }
    }

    /** How much a feature tells of this label, whichever way. */
    private double[] ratios(List<Looked> texts, int[] inTexts, int label) {
        var with = new int[inTexts.length];
        long in = 0;
        long out = 0;
        int features = 0;
        for (var text : texts) {
            if (text.label() == label) {
                for (int bucket : text.buckets()) {
                    with[bucket]++;
                }
            }
        }
        for (int bucket = 0; bucket < inTexts.length; bucket++) {
            in += with[bucket];
            out += inTexts[bucket] - with[bucket];
            features += inTexts[bucket] > 0 ? 1 : 0;
        }
        var ratios = new double[inTexts.length];
        for (int bucket = 0; bucket < inTexts.length; bucket++) {
            double inside = (with[bucket] + 1.0) / (in + features);
            double outside = (inTexts[bucket] - with[bucket] + 1.0) / (out + features);
            double ratio = Math.abs(StrictMath.log(inside / outside));
            ratios[bucket] = 1 - settings.naiveBayes + settings.naiveBayes * ratio;
        }
        return ratios;
    }

    private double[] solve(List<Looked> texts, FeatureNode[][] nodes, int label) {
        var problem = new Problem();
        problem.l = texts.size();
        problem.n = (1 << settings.bits) + (settings.lexicon == null ? 0 : Lexicon.SAID) + 1;
        problem.bias = -1;
        problem.x = new Feature[nodes.length][];
        System.arraycopy(nodes, 0, problem.x, 0, nodes.length);
        problem.y = new double[problem.l];
        int in = 0;
        for (int t = 0; t < problem.l; t++) {
            boolean is = texts.get(t).label() == label;
            problem.y[t] = is ? 1 : -1;
            in += is ? 1 : 0;
        }
        if (in == 0 || in == problem.l) {
            throw new IllegalArgumentException("a label that all texts have, or none, cannot be learnt");
        }
        var how = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, settings.cost, PRECISION, MOST_PASSES);
        how.setRandom(new Random(SEED));
        how.setWeights(new double[] {problem.l / (2.0 * in), problem.l / (2.0 * (problem.l - in))}, new int[] {1, -1});
        var model = Linear.train(problem, how);
        var found = model.getFeatureWeights();
        if (model.getLabels()[0] != 1) {
            for (int i = 0; i < found.length; i++) {
                found[i] = -found[i];
            }
        }
        return found;
    }
}
