package io.habitus.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How good likelihoods are, against what people said. */
final class Scores {

    private static final int BINS = 10;

    private final List<float[]> likelihoods;
    private final int[] truth;
    private final int labels;

    Scores(List<float[]> likelihoods, int[] truth, int labels) {
        this.likelihoods = likelihoods;
        this.truth = truth;
        this.labels = labels;
    }

    static int best(float[] likelihoods) {
        int best = 0;
        for (int k = 1; k < likelihoods.length; k++) {
            if (likelihoods[k] > likelihoods[best]) {
                best = k;
            }
        }
        return best;
    }

    /** Mean F1 of all labels, 0 to 1; a label that neither occurs nor is said counts 0. */
    static double macroF1(int[] said, int[] truth, int labels) {
        var both = new int[labels];
        var ofSaid = new int[labels];
        var ofTruth = new int[labels];
        for (int t = 0; t < truth.length; t++) {
            ofSaid[said[t]]++;
            ofTruth[truth[t]]++;
            if (said[t] == truth[t]) {
                both[said[t]]++;
            }
        }
        double sum = 0;
        for (int k = 0; k < labels; k++) {
            sum += ofSaid[k] + ofTruth[k] == 0 ? 0 : 2.0 * both[k] / (ofSaid[k] + ofTruth[k]);
        }
        return sum / labels;
    }

    double macroF1() {
        return macroF1(likelihoods.stream().mapToInt(Scores::best).toArray(), truth, labels);
    }

    /** Mean over the labels of the share of its texts that are found, 0 to 1. */
    double macroRecall() {
        var of = new int[labels];
        var found = new int[labels];
        for (int t = 0; t < truth.length; t++) {
            of[truth[t]]++;
            found[truth[t]] += best(likelihoods.get(t)) == truth[t] ? 1 : 0;
        }
        double sum = 0;
        for (int k = 0; k < labels; k++) {
            sum += of[k] == 0 ? 0 : (double) found[k] / of[k];
        }
        return sum / labels;
    }

    /** Share of right answers among the surest {@code coverage} of them, 0 to 1. */
    double accuracy(double coverage) {
        var order = new ArrayList<Integer>();
        for (int t = 0; t < truth.length; t++) {
            order.add(t);
        }
        order.sort(Comparator.comparingDouble((Integer t) -> -confidence(t)));
        int answered = Math.max(1, (int) Math.round(coverage * truth.length));
        return order.subList(0, answered).stream().filter(this::isRight).count() / (double) answered;
    }

    /** Share of texts answered with at least this confidence, 0 to 1. */
    double coverage(double confidence) {
        int answered = 0;
        for (int t = 0; t < truth.length; t++) {
            answered += confidence(t) >= confidence ? 1 : 0;
        }
        return answered / (double) truth.length;
    }

    /** Expected calibration error in {@value #BINS} bins of equal width (Naeini et al. 2015), 0 to 1. */
    double calibrationError() {
        var sure = new double[BINS];
        var right = new double[BINS];
        for (int t = 0; t < truth.length; t++) {
            int bin = Math.min(BINS - 1, (int) (confidence(t) * BINS));
            sure[bin] += confidence(t);
            right[bin] += isRight(t) ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(sure[bin] - right[bin]);
        }
        return error / truth.length;
    }

    private double confidence(int t) {
        return likelihoods.get(t)[best(likelihoods.get(t))];
    }

    private boolean isRight(int t) {
        return best(likelihoods.get(t)) == truth[t];
    }

    static final String HEADER =
            "%-34s %6s %6s %6s | accuracy at coverage 100 / 90 / 80 / 50 %% | answered %% right %% | ECE%n"
                    .formatted("texts (times 100)", "n", "F1", "recall");

    /** One line under {@link #HEADER}. */
    String line(String name, double abstainBelow) {
        double answered = coverage(abstainBelow);
        // Of texts that are all alike, F1 and recall of the other labels would say nothing.
        boolean varied = Arrays.stream(truth).distinct().count() > 1;
        return String.format(
                Locale.ROOT,
                "%-34s %6d %6s %6s |             %5.1f %5.1f %5.1f %5.1f           |      %5.1f   %5.1f | %4.1f%n",
                name,
                truth.length,
                varied ? hundredths(macroF1()) : "-",
                varied ? hundredths(macroRecall()) : "-",
                100 * accuracy(1),
                100 * accuracy(.9),
                100 * accuracy(.8),
                100 * accuracy(.5),
                100 * answered,
                answered == 0 ? 0 : 100 * accuracy(answered),
                100 * calibrationError());
    }

    private static String hundredths(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
