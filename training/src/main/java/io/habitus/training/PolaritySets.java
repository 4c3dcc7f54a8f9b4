package io.habitus.training;

import io.habitus.tagging.polarity.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The sets of a data folder and what their labels mean for polarity. Those under {@link #training} have licences that
 * allow a model to be given away; those under {@link #foreign} may be measured with only.
 */
final class PolaritySets {

    /** Of mobasa, one text in so many is kept for measuring: its own dev split is needed for training. */
    private static final int HELD = 5;
    /** Of mobasa's others, so many in ten are trained with: it is one company's field, and most of it is complaints. */
    private static final int OF_TEN = 3;

    private static final Set<String> GOOD = Set.of("joy");
    private static final Set<String> BAD = Set.of("anger", "disgust", "fear", "sadness");
    private static final Set<String> GOOD_OF_27 = Set.of(
            "admiration",
            "amusement",
            "approval",
            "caring",
            "desire",
            "excitement",
            "gratitude",
            "joy",
            "love",
            "optimism",
            "pride",
            "relief");
    private static final Set<String> BAD_OF_27 = Set.of(
            "anger",
            "annoyance",
            "disappointment",
            "disapproval",
            "disgust",
            "embarrassment",
            "fear",
            "grief",
            "nervousness",
            "remorse",
            "sadness");

    private final Path data;

    PolaritySets(Path data) {
        this.data = data;
    }

    /** What the model of this language is trained with. */
    List<Labelled> training(String language) {
        var all = new ArrayList<Labelled>();
        if (language.equals("de")) {
            all.addAll(plain("potts", "train"));
            all.addAll(emotions("brighter_de", "train", GOOD, BAD, "none"));
            all.addAll(emotions("xed_de", "train", GOOD, BAD, "none"));
            for (var text : mobasa()) {
                if (!isHeld(text) && spread(text, 10) < OF_TEN) {
                    all.add(text);
                }
            }
            return all;
        }
        all.addAll(emotions("goemotions", "train", GOOD_OF_27, BAD_OF_27, "neutral"));
        all.addAll(emotions("brighter_en", "train", GOOD, BAD, "none"));
        return all;
    }

    /** Of the same sets, what was kept from training. */
    List<Labelled> held(String language) {
        var all = new ArrayList<Labelled>();
        if (language.equals("de")) {
            all.addAll(plain("potts", "dev"));
            all.addAll(emotions("brighter_de", "dev", GOOD, BAD, "none"));
            all.addAll(emotions("xed_de", "dev", GOOD, BAD, "none"));
            mobasa().stream().filter(PolaritySets::isHeld).forEach(all::add);
            return all;
        }
        all.addAll(emotions("goemotions", "dev", GOOD_OF_27, BAD_OF_27, "neutral"));
        all.addAll(emotions("brighter_en", "dev", GOOD, BAD, "none"));
        return all;
    }

    /** Sets that no text of the training is from, as far as they are there. */
    List<Labelled> foreign(String language) {
        var all = new ArrayList<Labelled>();
        if (language.equals("de")) {
            all.addAll(ifThere("sb10k/train.tsv", () -> plain("sb10k", "train")));
            all.addAll(ifThere("umsab_de/train.tsv", () -> plain("umsab_de", "train")));
            all.addAll(ifThere("germeval2017_db/dev.jsonl", () -> documents("germeval2017_db", "dev")));
            return all;
        }
        all.addAll(ifThere("airline/dev.tsv", () -> plain("airline", "dev")));
        all.addAll(ifThere("tweeteval_sentiment/dev.tsv", () -> plain("tweeteval_sentiment", "dev")));
        return all;
    }

    /** The VADER lexicon: words and how good they are, -4 to 4. */
    Map<String, Double> vader() {
        var valences = new TreeMap<String, Double>();
        for (var line : Rows.lines(data.resolve("lexicons/vader_lexicon_en.tsv"))) {
            var columns = line.split("\t", -1);
            valences.put(columns[0].toLowerCase(Locale.ROOT), Double.valueOf(columns[1]));
        }
        return valences;
    }

    private interface Reading {
        List<Labelled> read();
    }

    private List<Labelled> ifThere(String file, Reading reading) {
        return Files.exists(data.resolve(file)) ? reading.read() : List.of();
    }

    private List<Labelled> plain(String set, String split) {
        var texts = new ArrayList<Labelled>();
        for (var row : Rows.tsv(data.resolve(set).resolve(split + ".tsv"), "label", "text")) {
            label(row[0]).ifPresent(label -> texts.add(new Labelled(set, row[1], label)));
        }
        return texts;
    }

    private List<Labelled> documents(String set, String split) {
        var texts = new ArrayList<Labelled>();
        for (var document : Rows.json(data.resolve(set).resolve(split + ".jsonl"))) {
            label(document.path("sentiment").asString())
                    .ifPresent(label ->
                            texts.add(new Labelled(set, document.path("text").asString(), label)));
        }
        return texts;
    }

    private List<Labelled> mobasa() {
        var all = new ArrayList<>(documents("mobasa", "train"));
        all.addAll(documents("mobasa", "dev"));
        return all;
    }

    /** Empty for "mixed" and the like. */
    private static Optional<Integer> label(String word) {
        for (var label : Label.values()) {
            if (label.name().equalsIgnoreCase(word)) {
                return Optional.of(label.ordinal());
            }
        }
        return Optional.empty();
    }

    /** What is felt, as polarity; left out are both at once, and feelings that are neither, such as surprise. */
    private List<Labelled> emotions(String set, String split, Set<String> good, Set<String> bad, String none) {
        var texts = new ArrayList<Labelled>();
        for (var row : Rows.tsv(data.resolve(set).resolve(split + ".tsv"), "labels", "text")) {
            var felt = Set.of(row[0].split(","));
            boolean anyGood = felt.stream().anyMatch(good::contains);
            boolean anyBad = felt.stream().anyMatch(bad::contains);
            boolean nothing = felt.contains(none);
            if ((anyGood ? 1 : 0) + (anyBad ? 1 : 0) + (nothing ? 1 : 0) == 1) {
                var label = anyGood ? Label.POSITIVE : anyBad ? Label.NEGATIVE : Label.NEUTRAL;
                texts.add(new Labelled(set, row[1], label.ordinal()));
            }
        }
        return texts;
    }

    private static boolean isHeld(Labelled text) {
        return spread(text, 10 * HELD) / 10 == 0;
    }

    /** 0 to {@code most} - 1, by the text alone. */
    private static int spread(Labelled text, int most) {
        return Math.floorMod(Corpus.key(text.text()).hashCode() * 0x9E3779B1 >>> 4, most);
    }
}
