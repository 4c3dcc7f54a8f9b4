package io.habitus.training;

import io.habitus.tagging.features.Features;
import io.habitus.tagging.linear.LinearModel;
import io.habitus.tagging.linear.LinearModel.Header;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * From labelled texts to a calibrated model: five parts are scored by models of the other four, the calibration is found
 * on those scores, and the model itself is trained with all.
 *
 * @param name of the model
 * @param looking what it looks at in a text
 * @param abstainBelow likelihood under which nothing should be concluded
 */
record Recipe(
        String name,
        List<String> labels,
        Trainer.Settings settings,
        BiConsumer<String, Features> looking,
        float abstainBelow) {

    private static final int PARTS = 5;

    LinearModel follow(List<Labelled> texts, PrintWriter out) {
        var looked = lookedAt(texts);
        var trainer = new Trainer(settings);
        var measuring = new Measuring(looking);
        var ordered = new ArrayList<Labelled>();
        var scores = new ArrayList<float[]>();
        for (int part = 0; part < PARTS; part++) {
            var others = new ArrayList<Looked>();
            var own = new ArrayList<Labelled>();
            for (int t = 0; t < texts.size(); t++) {
                if (part(texts.get(t)) == part) {
                    own.add(texts.get(t));
                } else {
                    others.add(looked.get(t));
                }
            }
            var model = trainer.train(others).quantised(header(Calibration.none(labels.size())));
            ordered.addAll(own);
            scores.addAll(measuring.scores(model, own));
        }
        var calibration = Calibration.of(scores, Measuring.truth(ordered), labels.size());
        var model = trainer.train(looked).quantised(header(calibration));
        report(model, ordered, scores, out);
        return model;
    }

    private List<Looked> lookedAt(List<Labelled> texts) {
        var room = new Features(settings.bits());
        return texts.stream()
                .map(text -> Looked.at(text, looking, room, settings.lexicon()))
                .toList();
    }

    private Header header(Calibration calibration) {
        return new Header(
                name, labels, settings.bits(), calibration.temperature(), calibration.offsets(), abstainBelow);
    }

    private void report(LinearModel model, List<Labelled> texts, List<float[]> scores, PrintWriter out) {
        out.printf(
                "%n%s: %d texts, temperature %.2f, offsets %s%n",
                name, texts.size(), model.header().temperature(), model.header().offsets());
        out.print(Scores.HEADER);
        var sets = new ArrayList<>(Corpus.sets(texts));
        for (var set : sets) {
            out.print(crossValidated(model, set, texts, scores).line(set + ", cross-validated", abstainBelow));
        }
        if (sets.size() > 1) {
            out.print(crossValidated(model, null, texts, scores).line("all, cross-validated", abstainBelow));
        }
        out.flush();
    }

    /** @param set null for all */
    private Scores crossValidated(LinearModel model, String set, List<Labelled> texts, List<float[]> scores) {
        var likelihoods = new ArrayList<float[]>();
        var of = new ArrayList<Labelled>();
        for (int t = 0; t < texts.size(); t++) {
            if (set == null || set.equals(texts.get(t).set())) {
                var likely = scores.get(t).clone();
                model.likelihoods(likely);
                likelihoods.add(likely);
                of.add(texts.get(t));
            }
        }
        return new Scores(likelihoods, Measuring.truth(of), labels.size());
    }

    /** By the text alone, so that it does not depend on what else there is. */
    private static int part(Labelled text) {
        return Math.floorMod(Corpus.key(text.text()).hashCode() * 0x85EBCA6B >>> 7, PARTS);
    }
}
