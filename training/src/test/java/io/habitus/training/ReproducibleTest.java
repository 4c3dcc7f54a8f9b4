package io.habitus.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.tagging.language.Languages;
import io.habitus.tagging.linear.ModelFile;
import io.habitus.tagging.linear.ShippedModels.Shipped;
import io.habitus.tagging.polarity.Label;
import io.habitus.tagging.polarity.Polarities;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command, on a small invented data folder. */
class ReproducibleTest {

    private static final List<String> NAMES = List.of("language", "polarity-de", "polarity-en");

    @TempDir
    static Path once;

    @TempDir
    static Path again;

    @BeforeAll
    static void train() throws URISyntaxException {
        var data = Path.of(ReproducibleTest.class.getResource("/small-sets").toURI());
        for (var out : List.of(once, again)) {
            assertThat(Main.run("all", "--data", data.toString(), "--out", out.toString()))
                    .isZero();
        }
    }

    @Test
    void the_same_data_give_the_same_bytes() throws IOException {
        for (var name : NAMES) {
            assertThat(again.resolve(name + ".model")).hasSameBinaryContentAs(once.resolve(name + ".model"));
        }
        assertThat(again.resolve("SHA256SUMS")).hasSameBinaryContentAs(once.resolve("SHA256SUMS"));
    }

    @Test
    void the_list_names_each_with_the_hash_of_its_file() throws IOException {
        var list = Files.readAllLines(once.resolve("SHA256SUMS"));
        assertThat(list).hasSize(NAMES.size());
        for (var name : NAMES) {
            var hash = ModelFile.sha256(Files.readAllBytes(once.resolve(name + ".model")));
            assertThat(list).contains(hash + "  " + name + ".model");
        }
    }

    @Test
    void what_was_learnt_is_known_in_words_that_were_not_there() throws IOException {
        var polarities = Polarities.of(Map.of("de", shipped("polarity-de"), "en", shipped("polarity-en")));

        assertThat(polarities.judge("Die Bahn hat mich begeistert :)", "de").label())
                .isEqualTo(Label.POSITIVE);
        assertThat(polarities.judge("Die Bahn macht mich so wütend", "de").label())
                .isEqualTo(Label.NEGATIVE);
        assertThat(polarities.judge("The tram was a terrible disaster", "en").label())
                .isEqualTo(Label.NEGATIVE);
        assertThat(polarities
                        .judge("The tram opens next to the town hall", "en")
                        .label())
                .isEqualTo(Label.NEUTRAL);
    }

    @Test
    void languages_are_told_apart_after_little_reading() throws IOException {
        var languages = new Languages(shipped("language").model());

        assertThat(languages.of("Der Laden steht neben dem Gleis", null).code()).isEqualTo("de");
        assertThat(languages.of("The shop opens today, thank you", null).code()).isEqualTo("en");
    }

    @Test
    void a_folder_without_the_sets_is_an_error_and_no_model(@TempDir Path empty, @TempDir Path out) {
        assertThat(Main.run("polarity", "--data", empty.toString(), "--out", out.toString()))
                .isNotZero();
        assertThat(out).isEmptyDirectory();
    }

    private static Shipped shipped(String name) throws IOException {
        return new Shipped(ModelFile.read(Files.readAllBytes(once.resolve(name + ".model"))), name);
    }
}
