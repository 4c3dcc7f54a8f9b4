package io.habitus.tagging.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.tagging.features.SomeTexts;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private final Languages languages = Languages.shipped();

    private String codeOf(String text, String stated) {
        return languages.of(text, stated).code();
    }

    @Test
    void german_and_english_are_told_from_their_words() {
        assertThat(codeOf("Der Zug ist schon wieder zu spät", null)).isEqualTo("de");
        assertThat(codeOf("The train is late again", null)).isEqualTo("en");
    }

    @Test
    void another_language_is_another_one() {
        for (var text : List.of(
                "Je suis très content du service",
                "Mi scusi, dov'è la stazione?",
                "Ik heb geen tijd voor die dingen",
                "Det er ikke noget at gøre ved",
                "Привет, как дела?",
                "こんにちは")) {
            assertThat(codeOf(text, null)).as(text).isEqualTo(Recognised.OTHER);
        }
    }

    @Test
    void a_source_that_errs_is_not_believed() {
        assertThat(codeOf("Der Zug ist schon wieder zu spät und niemand sagt etwas", "en"))
                .isEqualTo("de");
        assertThat(codeOf("Je suis très content du service de cette compagnie", "de"))
                .isEqualTo(Recognised.OTHER);
    }

    @Test
    void where_words_say_little_what_the_source_states_decides() {
        assertThat(codeOf("😡😡 https://example.org", "de-AT")).isEqualTo("de");
        assertThat(codeOf("😡😡 https://example.org", "EN")).isEqualTo("en");
        assertThat(codeOf("😡😡 https://example.org", "pt")).isEqualTo(Recognised.OTHER);
        assertThat(codeOf("😡😡 https://example.org", null)).isEqualTo(Recognised.UNSURE);
        assertThat(codeOf("😡😡 https://example.org", "und")).isEqualTo(Recognised.UNSURE);
    }

    @Test
    void nothing_said_is_in_no_language() {
        assertThat(codeOf(null, null)).isEqualTo(Recognised.UNSURE);
        assertThat(codeOf(" ", null)).isEqualTo(Recognised.UNSURE);
    }

    @Test
    void any_text_is_one_of_the_four() {
        var random = new Random(9);
        for (int i = 0; i < 2_000; i++) {
            var recognised = languages.of(SomeTexts.random(random), i % 2 == 0 ? "de" : null);
            assertThat(recognised.code()).isIn("de", "en", Recognised.OTHER, Recognised.UNSURE);
            assertThat(recognised.confidence()).isBetween(0., 1.);
        }
    }
}
