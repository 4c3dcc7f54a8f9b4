package io.habitus.persona.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeginningTest {

    @Test
    void a_text_of_usual_length_is_taken_whole() {
        String text = "a".repeat(Beginning.LONGEST);

        assertThat(Beginning.of(text)).isSameAs(text);
    }

    @Test
    void of_a_longer_one_no_word_is_cut_in_half() {
        String before = "so viele Worte ".repeat(300).substring(0, Beginning.LONGEST - 5);

        assertThat(Beginning.of(before + " Straßenbahnhaltestelle und mehr")).isEqualTo(before);
        assertThat(Beginning.of("x".repeat(Beginning.LONGEST + 1))).isEmpty();
    }
}
