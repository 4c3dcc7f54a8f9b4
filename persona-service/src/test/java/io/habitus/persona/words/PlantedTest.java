package io.habitus.persona.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void of_twenty_planted_words_at_least_sixteen_are_among_the_first_twenty_five(long seed) {
        var planting = Planting.of(seed, 3_000, 12_000, 30, 300);

        var answer = Keyness.of(planting.target(), planting.reference(), Asked.usual());

        assertThat(planting.foundIn(answer)).isGreaterThanOrEqualTo(16);
        // Nothing else distinguishes the two.
        assertThat(answer.words()).extracting(OwnWord::shown).isSubsetOf(planting.planted());
    }
}
