package io.habitus.tagging.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolarityFeaturesTest {

    private static final int BITS = 18;

    private final Features features = new Features(BITS);

    private Map<Integer, Integer> of(String text, String language) {
        new PolarityFeatures(language).of(text, features);
        return counts();
    }

    private Map<Integer, Integer> counts() {
        var counts = new HashMap<Integer, Integer>();
        for (int i = 0; i < features.size(); i++) {
            counts.put(features.bucket(i), features.count(i));
        }
        assertThat(counts).hasSize(features.size());
        return counts;
    }

    @Test
    void they_are_those_that_a_plain_count_finds() {
        for (var text : SomeTexts.GERMAN) {
            assertThat(of(text, "de")).as(text).isEqualTo(new NaiveFeatures(text, "de").counts(BITS));
        }
        for (var text : SomeTexts.ENGLISH) {
            assertThat(of(text, "en")).as(text).isEqualTo(new NaiveFeatures(text, "en").counts(BITS));
        }
    }

    @Test
    void of_any_text_they_are_those_that_a_plain_count_finds() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var text = SomeTexts.random(random);
            assertThat(of(text, "en")).isEqualTo(new NaiveFeatures(text, "en").counts(BITS));
        }
    }

    /** Alone, doubled, behind and before letters and digits; lone surrogates among them. */
    @Test
    void no_character_there_is_holds_it_up() {
        var text = new StringBuilder();
        for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++) {
            text.appendCodePoint(sign)
                    .appendCodePoint(sign)
                    .append("a1")
                    .appendCodePoint(sign)
                    .append(".9 ");
            if (text.length() > 3_000 || sign == Character.MAX_CODE_POINT) {
                assertThat(of(text.toString(), "en")).isNotNull();
                text.setLength(0);
            }
        }
    }

    @Test
    void what_was_looked_at_before_leaves_nothing() {
        var looking = new PolarityFeatures("de");
        looking.of("Sehr viele Wörter stehen hier, ".repeat(200), features);
        looking.of("Danke!", features);

        assertThat(counts()).isEqualTo(new NaiveFeatures("Danke!", "de").counts(BITS));
    }

    @Test
    void a_negation_reaches_four_words_behind_it_and_two_before_it_within_its_clause() {
        assertThat(negatedIn("eins zwei drei nicht vier fünf sechs sieben acht", "de"))
                .containsExactly("zwei", "drei", "vier", "fünf", "sechs", "sieben");
        assertThat(negatedIn("eins, nicht zwei, drei", "de")).containsExactly("zwei");
        assertThat(negatedIn("nicht eins aber zwei", "de")).containsExactly("eins");
        assertThat(negatedIn("it doesn't work but looks fine", "en")).containsExactly("it", "work");
        assertThat(negatedIn("not one", "de")).isEmpty();
    }

    private List<String> negatedIn(String text, String language) {
        of(text, language);
        var words = new NaiveFeatures(text, language).words();
        var negated = words.stream()
                .filter(NaiveFeatures.Word::negated)
                .map(NaiveFeatures.Word::word)
                .toList();
        var hashes = new HashSet<Long>();
        for (int i = 0; i < features.words(); i++) {
            if (features.negated(i)) {
                hashes.add(features.word(i));
            }
        }
        assertThat(hashes)
                .containsExactlyInAnyOrderElementsOf(
                        negated.stream().map(NaiveFeatures::hash).toList());
        return negated;
    }
}
