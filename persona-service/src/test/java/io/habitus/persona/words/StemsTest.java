package io.habitus.persona.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StemsTest {

    @Test
    void inflections_have_one_stem() {
        var german = new Stems("de");
        var english = new Stems("en");

        assertThat(german.of("haeuser")).isEqualTo(german.of("haus"));
        assertThat(german.of("zuege")).isEqualTo(german.of("zug"));
        assertThat(german.of("verspaetungen")).isEqualTo(german.of("verspaetung"));
        assertThat(english.of("delays")).isEqualTo(english.of("delayed")).isEqualTo(english.of("delay"));
        assertThat(english.of("driver's")).isEqualTo(english.of("driver"));
    }

    @Test
    void a_compound_is_a_word_of_its_own() {
        var german = new Stems("de");

        assertThat(german.of("zugverspaetung"))
                .isNotEqualTo(german.of("verspaetung"))
                .isNotEqualTo(german.of("zug"));
    }

    @Test
    void any_other_language_keeps_its_words() {
        assertThat(new Stems("nl").of("treinen")).isEqualTo("treinen");
    }
}
