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
    void a_genitive_of_er_and_a_plural_of_el_are_inflections() {
        var german = new Stems("de");

        assertThat(german.of("fahrers")).isEqualTo(german.of("fahrern")).isEqualTo(german.of("fahrer"));
        assertThat(german.of("anzeigetafeln")).isEqualTo(german.of("anzeigetafel"));
        assertThat(german.of("wechseln")).isEqualTo(german.of("wechsels")).isEqualTo(german.of("wechsel"));
    }

    @Test
    void an_adverb_is_no_genitive() {
        var german = new Stems("de");

        assertThat(german.of("anders")).isNotEqualTo(german.of("ander")).isNotEqualTo(german.of("andere"));
        assertThat(german.of("besonders")).isNotEqualTo(german.of("besondere"));
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
