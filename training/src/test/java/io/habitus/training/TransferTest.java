package io.habitus.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.habitus.tagging.features.PolarityFeatures;
import io.habitus.tagging.linear.ShippedModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped models on sets that they were not trained with, where those are at hand. */
class TransferTest {

    private static final int FEW = 100;

    /** Floors are about two points below what docs/models states; majority voting reaches 18 to 26. */
    @ParameterizedTest
    @CsvSource({
        "de, sb10k, 54",
        "de, umsab_de, 58",
        "de, germeval2017_db, 39",
        "en, airline, 49",
        "en, tweeteval_sentiment, 58"
    })
    void a_set_of_others_is_understood(String language, String set, double floor) {
        var data = data();
        assumeTrue(Files.isDirectory(data), "the shared data sets are not here");
        var texts = new PolaritySets(data)
                .foreign(language).stream()
                        .filter(text -> text.set().equals(set))
                        .toList();
        assumeTrue(texts.size() > FEW, set + " is not here");

        var model = ShippedModels.read("polarity-" + language).model();
        var looking = new PolarityFeatures(language);
        var scores = new Measuring(looking::of).measure(model, Corpus.distinct(List.copyOf(texts)));

        assertThat(100 * scores.macroF1()).isGreaterThan(floor);
        assertThat(scores.accuracy(.5)).as("the surer half").isGreaterThan(scores.accuracy(1));
    }

    private static Path data() {
        var shared = System.getenv("HABITUS_SHARED");
        return (shared == null ? Path.of("..", "..", "shared") : Path.of(shared)).resolve("data");
    }
}
