package io.habitus.training;

import io.habitus.tagging.features.Features;
import io.habitus.tagging.linear.LinearModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A model at work on labelled texts, as it is at run time. */
final class Measuring {

    private final BiConsumer<String, Features> looking;

    Measuring(BiConsumer<String, Features> looking) {
        this.looking = looking;
    }

    List<float[]> scores(LinearModel model, List<Labelled> texts) {
        var room = new Features(model.header().bits());
        var said = model.said();
        var all = new ArrayList<float[]>(texts.size());
        for (var text : texts) {
            var scores = new float[model.header().labels().size()];
            looking.accept(text.text(), room);
            model.score(room, said, scores);
            all.add(scores);
        }
        return all;
    }

    Scores measure(LinearModel model, List<Labelled> texts) {
        var likelihoods = scores(model, texts);
        likelihoods.forEach(model::likelihoods);
        return new Scores(likelihoods, truth(texts), model.header().labels().size());
    }

    static int[] truth(List<Labelled> texts) {
        return texts.stream().mapToInt(Labelled::label).toArray();
    }
}
