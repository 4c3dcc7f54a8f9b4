package io.habitus.tagging.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.habitus.tagging.features.Features;
import io.habitus.tagging.features.PolarityFeatures;
import io.habitus.tagging.features.SomeTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShippedModelsTest {

    private static final List<String> NAMES = List.of("language", "polarity-de", "polarity-en");
    private static final int MOST_BYTES = 8 << 20;

    private static byte[] file(String name) throws IOException {
        try (var in = ShippedModelsTest.class.getResourceAsStream("/io/habitus/tagging/models/" + name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void each_is_the_file_that_the_list_names_and_the_list_names_no_other() throws IOException {
        for (var name : NAMES) {
            var shipped = ShippedModels.read(name);
            assertThat(shipped.version()).startsWith(name + "-").hasSize(name.length() + 9);
            assertThat(shipped.model().header().name()).isEqualTo(name);
        }
        assertThat(new String(file("SHA256SUMS"), StandardCharsets.UTF_8).lines())
                .hasSameSizeAs(NAMES);
    }

    @Test
    void one_that_is_not_there_is_missed() {
        assertThatThrownBy(() -> ShippedModels.read("polarity-xx"))
                .isInstanceOf(UnreadableModel.class)
                .hasMessageContaining("missing");
    }

    @Test
    void together_they_stay_small() throws IOException {
        int all = 0;
        for (var name : NAMES) {
            all += file(name + ".model").length;
        }
        assertThat(all).isLessThan(MOST_BYTES);
    }

    @Test
    void whoever_made_their_texts_is_named() throws IOException {
        assertThat(new String(file("NOTICE"), StandardCharsets.UTF_8))
                .contains("PotTS", "BRIGHTER", "XED", "MobASA", "GoEmotions", "VADER");
    }

    @Test
    void a_reader_that_knows_only_the_description_comes_to_the_same_scores() throws IOException {
        agree("de", SomeTexts.GERMAN);
        agree("en", SomeTexts.ENGLISH);
        var random = new Random(11);
        for (int i = 0; i < 300; i++) {
            agree("en", List.of(SomeTexts.random(random)));
        }
    }

    private static void agree(String language, List<String> texts) throws IOException {
        var file = file("polarity-" + language + ".model");
        var naive = new NaiveModel(file);
        var model = ModelFile.read(file);
        var looking = new PolarityFeatures(language);
        var features = new Features(model.header().bits());
        var scores = new float[model.header().labels().size()];
        for (var text : texts) {
            looking.of(text, features);
            model.score(features, model.said(), scores);
            var expected = naive.scores(text, language);
            for (int k = 0; k < scores.length; k++) {
                assertThat((double) scores[k])
                        .as("%s of %s", naive.labels.get(k), text)
                        .isCloseTo(expected.get(k), within(1e-4));
            }
        }
    }
}
