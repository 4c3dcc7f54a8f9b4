package io.habitus.tagging.polarity;

import io.habitus.tagging.features.Features;
import io.habitus.tagging.features.PolarityFeatures;
import io.habitus.tagging.linear.LinearModel;
import io.habitus.tagging.linear.ShippedModels;
import io.habitus.tagging.linear.ShippedModels.Shipped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How texts speak of what they are about: positive, neutral or negative. For any number of threads. */
public final class Polarities {

    /** Who judges where no model speaks the language. */
    static final String NOBODY = "polarity-none";

    private static final Label[] LABELS = Label.values();

    private final Map<String, Voter> byLanguage;

    private Polarities(Map<String, Voter> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /**
     * The models that come with the program, of German and English.
     *
     * @throws io.habitus.tagging.linear.UnreadableModel if one of them is not as it was released
     */
    public static Polarities shipped() {
        return Once.SHIPPED;
    }

    /** Read when first asked for: some 3 MB that not every program needs. */
    private static final class Once {
        private static final Polarities SHIPPED =
                of(Map.of("de", ShippedModels.read("polarity-de"), "en", ShippedModels.read("polarity-en")));
    }

    /** @param models by the language they speak, ISO 639-1 */
    public static Polarities of(Map<String, Shipped> models) {
        var voters = new HashMap<String, Voter>();
        models.forEach((language, shipped) -> voters.put(language, new Voter(language, shipped)));
        return new Polarities(Map.copyOf(voters));
    }

    /**
     * How this text speaks. The same text in the same language is always judged the same.
     *
     * @param text may be null or empty, then nobody judges
     * @param language ISO 639-1, or anything else for a text that no model can judge
     */
    public Judgement judge(String text, String language) {
        var voter = byLanguage.get(language);
        if (voter == null || text == null || text.isBlank()) {
            return new Judgement(null, 0, true, NOBODY);
        }
        return voter.judge(text);
    }

    /** One language's model, with room to work for each thread. */
    private static final class Voter {

        private final LinearModel model;
        private final String version;
        private final ThreadLocal<Room> rooms;

        private record Room(PolarityFeatures looking, Features features, float[] said, float[] scores) {}

        Voter(String language, Shipped shipped) {
            model = shipped.model();
            version = shipped.version();
            var header = model.header();
            if (!header.labels().equals(List.of("positive", "neutral", "negative"))) {
                throw new IllegalArgumentException(header.name() + " does not judge polarity");
            }
            rooms = ThreadLocal.withInitial(() -> new Room(
                    new PolarityFeatures(language),
                    new Features(header.bits()),
                    model.said(),
                    new float[LABELS.length]));
        }

        Judgement judge(String text) {
            var room = rooms.get();
            room.looking.of(text, room.features);
            model.score(room.features, room.said, room.scores);
            model.likelihoods(room.scores);
            int best = 0;
            for (int k = 1; k < LABELS.length; k++) {
                if (room.scores[k] > room.scores[best]) {
                    best = k;
                }
            }
            double confidence = Math.round(room.scores[best] * 1e3) / 1e3;
            return new Judgement(
                    LABELS[best], confidence, confidence < model.header().abstainBelow(), version);
        }
    }
}
