package io.habitus.persona.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where nothing distinguishes, nothing is told, however much each side says. */
class ChanceTest {

    @ParameterizedTest
    @EnumSource(Splits.class)
    void at_most_one_split_of_twenty_has_any_word(Splits splits) {
        assertThat(splits.wrongAnswers()).isLessThanOrEqualTo(Splits.MANY / 20);
    }
}
