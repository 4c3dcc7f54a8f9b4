package io.habitus.training;

import io.habitus.tagging.features.PolarityFeatures;
import io.habitus.tagging.linear.Lexicon;
import io.habitus.tagging.linear.LinearModel;
import io.habitus.tagging.polarity.Label;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The polarity model of one language. */
final class PolarityTraining {

    private static final List<String> LABELS = Arrays.stream(Label.values())
            .map(label -> label.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final int BITS = 18;
    private static final float ABSTAIN_BELOW = .5f;
    private static final double NAIVE_BAYES = .75;

    private final PolaritySets sets;
    private final String language;

    PolarityTraining(Path data, String language) {
        sets = new PolaritySets(data);
        this.language = language;
    }

    LinearModel train(PrintWriter out) {
        var lexicon = language.equals("en") ? Lexicon.of(sets.vader()) : null;
        var settings = new Trainer.Settings(LABELS.size(), BITS, language.equals("en") ? .1 : .3, NAIVE_BAYES, lexicon);
        var looking = new PolarityFeatures(language);
        var recipe = new Recipe("polarity-" + language, LABELS, settings, looking::of, ABSTAIN_BELOW);
        var texts = Corpus.distinct(sets.training(language));
        var model = recipe.follow(texts, out);
        var measuring = new Measuring(looking::of);
        measure("held", model, measuring, texts, sets.held(language), out);
        measure("foreign", model, measuring, texts, sets.foreign(language), out);
        return model;
    }

    private static void measure(
            String kind,
            LinearModel model,
            Measuring measuring,
            List<Labelled> trained,
            List<Labelled> texts,
            PrintWriter out) {
        for (var set : Corpus.bySet(texts).entrySet()) {
            var unknown = Corpus.without(trained, Corpus.distinct(set.getValue()));
            if (unknown.isEmpty()) {
                continue;
            }
            out.print(measuring
                    .measure(model, unknown)
                    .line(set.getKey() + ", " + kind, model.header().abstainBelow()));
        }
        out.flush();
    }
}
