package io.habitus.tagging.language;

import io.habitus.tagging.features.Features;
import io.habitus.tagging.features.LanguageFeatures;
import io.habitus.tagging.linear.LinearModel;
import io.habitus.tagging.linear.ShippedModels;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which language a text is in: German, English, another one, or not to be told. What a source states is believed as much
 * as one more clue, for sources err. For any number of threads.
 */
public final class Languages {

    /** The labels of the model. */
    public static final List<String> LABELS = List.of("de", "en", Recognised.OTHER);

    /**
     * How much likelier than either other a stated language is before a word is read. Of those who state one, most are
     * right; of one word's letters, few are sure.
     */
    private static final float BELIEVED = 8;

    private static final int MOST_SAID = LABELS.size();

    private final LinearModel model;
    private final ThreadLocal<Room> rooms;

    private record Room(LanguageFeatures looking, Features features, float[] said, float[] scores) {}

    /** @param model with the labels {@link #LABELS} */
    public Languages(LinearModel model) {
        if (!model.header().labels().equals(LABELS)) {
            throw new IllegalArgumentException(model.header().name() + " does not recognise languages");
        }
        this.model = model;
        rooms = ThreadLocal.withInitial(() -> new Room(
                new LanguageFeatures(), new Features(model.header().bits()), model.said(), new float[MOST_SAID]));
    }

    /**
     * The model that comes with the program.
     *
     * @throws io.habitus.tagging.linear.UnreadableModel if it is not as it was released
     */
    public static Languages shipped() {
        return Once.SHIPPED;
    }

    private static final class Once {
        private static final Languages SHIPPED =
                new Languages(ShippedModels.read("language").model());
    }

    /**
     * The language of this text.
     *
     * @param text may be null
     * @param stated by the source, as ISO 639-1 or BCP 47 (of {@code de-AT}, de counts), or null
     */
    public Recognised of(String text, String stated) {
        int believed = believed(stated);
        if (text == null || text.isBlank()) {
            return believed < 0 ? new Recognised(Recognised.UNSURE, 0) : new Recognised(LABELS.get(believed), .5);
        }
        var room = rooms.get();
        room.looking.of(text, room.features);
        if (room.looking.isForeign()) {
            return new Recognised(Recognised.OTHER, 1);
        }
        var likely = room.scores;
        if (room.looking.words() == 0) {
            Arrays.fill(likely, 1f / MOST_SAID);
        } else {
            model.score(room.features, room.said, likely);
            model.likelihoods(likely);
        }
        return decided(likely, believed);
    }

    private Recognised decided(float[] likely, int believed) {
        float sum = 0;
        int best = 0;
        for (int k = 0; k < MOST_SAID; k++) {
            likely[k] *= k == believed ? BELIEVED : 1;
            sum += likely[k];
            best = likely[k] > likely[best] ? k : best;
        }
        double confidence = Math.round(likely[best] / sum * 1e3) / 1e3;
        var sure = confidence >= model.header().abstainBelow();
        return new Recognised(sure ? LABELS.get(best) : Recognised.UNSURE, confidence);
    }

    /** Index of the label that a source states; -1 if it states none. */
    private static int believed(String stated) {
        if (stated == null || stated.isBlank()) {
            return -1;
        }
        var tag = stated.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < tag.length() && tag.charAt(end) != '-' && tag.charAt(end) != '_') {
            end++;
        }
        return switch (tag.substring(0, end)) {
            case "de", "deu", "ger" -> 0;
            case "en", "eng" -> 1;
            case "und", "mul", "zxx", "" -> -1;
            default -> 2;
        };
    }
}
