package io.habitus.training;

import io.habitus.tagging.features.LanguageFeatures;
import io.habitus.tagging.language.Languages;
import io.habitus.tagging.linear.LinearModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The language model: film subtitles in 16 languages (of XED, CC BY 4.0), and German and English posts from the sets of
 * the polarity models, for subtitles alone do not swear, hash or shorten as posts do. The tweets of the same file are
 * under no such licence; they are measured with only.
 */
final class LanguageTraining {

    private static final int BITS = 17;
    private static final double COST = 1;
    private static final double NAIVE_BAYES = .5;
    private static final float UNSURE_BELOW = .6f;
    /** Of each language, at most about so many. */
    private static final int POSTS = 12_000;

    private final Path data;

    LanguageTraining(Path data) {
        this.data = data;
    }

    LinearModel train(PrintWriter out) {
        var settings = new Trainer.Settings(Languages.LABELS.size(), BITS, COST, NAIVE_BAYES, null);
        var looking = new LanguageFeatures();
        var recipe = new Recipe("language", Languages.LABELS, settings, looking::of, UNSURE_BELOW);
        var texts = new ArrayList<>(rows("subtitle", false));
        for (var language : List.of("de", "en")) {
            texts.addAll(posts(language));
        }
        var distinct = Corpus.distinct(texts);
        var model = recipe.follow(distinct, out);
        var measuring = new Measuring(looking::of);
        for (var set : Corpus.bySet(rows("tweet", true)).entrySet()) {
            var unknown = Corpus.without(distinct, Corpus.distinct(set.getValue()));
            if (!unknown.isEmpty()) {
                out.print(measuring.measure(model, unknown).line(set.getKey() + ", foreign", UNSURE_BELOW));
            }
        }
        out.flush();
        return model;
    }

    private List<Labelled> rows(String source, boolean byLanguage) {
        var texts = new ArrayList<Labelled>();
        for (var row : Rows.tsv(data.resolve("langid/train.tsv"), "lang", "source", "text")) {
            if (row[1].equals(source)) {
                int known = Languages.LABELS.indexOf(row[0]);
                var label = known < 0 ? Languages.LABELS.size() - 1 : known;
                texts.add(new Labelled(source + (byLanguage ? " " + row[0] : ""), row[2], label));
            }
        }
        return texts;
    }

    private List<Labelled> posts(String language) {
        var label = Languages.LABELS.indexOf(language);
        var posts = new PolaritySets(data).training(language);
        int step = Math.max(1, posts.size() / POSTS);
        var some = new ArrayList<Labelled>();
        for (int i = 0; i < posts.size(); i += step) {
            some.add(new Labelled("posts " + language, posts.get(i).text(), label));
        }
        return some;
    }
}
