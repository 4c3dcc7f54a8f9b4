package io.habitus.persona.expected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {

    /** Poisson's from tables, the others from their definition: of spread 1 it is the geometric distribution. */
    @ParameterizedTest
    @CsvSource({
        "0.975, 1,   0,   3",
        "0.025, 10,  0,   4",
        "0.975, 10,  0,   17",
        "0.5,   10,  0,   10",
        "0.4,   1,   1,   0",
        "0.975, 1,   1,   5",
        "0.99,  0.1, 0.5, 1"
    })
    void quantiles_are_those_of_tables(double share, double mean, double spread, long count) {
        assertThat(NegativeBinomial.quantile(share, mean, spread)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"0.005, 0", "0.5, 0.1", "0.975, 0.02", "0.995, 0.3"})
    void where_counting_ends_the_approximation_goes_on_without_a_step(double share, double spread) {
        long counted = NegativeBinomial.quantile(share, 399.9, spread);
        long approximate = NegativeBinomial.quantile(share, 400.1, spread);
        assertThat((double) approximate).isCloseTo(counted, within(Math.max(3.0, 0.012 * counted)));
    }

    @Test
    void normal_quantiles_are_those_of_tables() {
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-12));
        assertThat(Normal.quantile(0.005)).isCloseTo(-2.575829303548901, within(1e-12));
        assertThat(Normal.quantile(0.75)).isCloseTo(Normal.QUARTILE, within(1e-12));
    }

    @Test
    void of_nothing_expected_nothing_is_usual() {
        assertThat(NegativeBinomial.quantile(0.975, 0, 1)).isZero();
    }
}
