package io.habitus.persona.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormulasTest {

    @Test
    void they_equal_the_formulas_of_the_papers() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            int n1 = 1 + random.nextInt(1 << random.nextInt(1, 18));
            int n2 = 1 + random.nextInt(1 << random.nextInt(1, 18));
            int a = random.nextInt(n1 + 1);
            int b = random.nextInt(n2 + 1);
            if (a + b == 0) {
                continue;
            }
            double expected = Recount.g2(a, n1, b, n2);
            assertThat(LogLikelihood.g2(a, n1, b, n2)).isCloseTo(expected, within(1e-9 * Math.max(1, expected)));
            assertThat(LogRatio.of(a, n1, b, n2)).isCloseTo(Recount.logRatio(a, n1, b, n2), within(1e-9));
        }
    }

    @Test
    void g2_is_that_of_a_case_worked_by_hand() {
        // 60 of 1,000 and 40 of 2,000: expected are 33.3 and 66.7; 2 (60 ln 1.8 + 40 ln 0.6).
        assertThat(LogLikelihood.g2(60, 1_000, 40, 2_000))
                .isCloseTo(120 * Math.log(1.8) + 80 * Math.log(0.6), within(1e-12));
        assertThat(LogRatio.of(60, 1_000, 40, 2_000)).isCloseTo(Math.log(3) / Math.log(2), within(1e-12));
        assertThat(LogRatio.of(8, 1_000, 0, 1_000)).isCloseTo(4, within(1e-12));
    }

    @Test
    void the_tail_equals_the_sum_of_whole_numbers() {
        var random = new Random(2);
        for (int i = 0; i < 300; i++) {
            int n = 1 + random.nextInt(150);
            int k = random.nextInt(n + 1);
            // A share that a double holds exactly.
            int sixteenths = 1 + random.nextInt(15);
            double expected = exactTail(k, n, sixteenths).doubleValue();
            assertThat(BinomialTail.atLeast(k, n, sixteenths / 16.0)).isCloseTo(expected, within(1e-11 * expected));
        }
    }

    private static BigDecimal exactTail(int k, int n, int sixteenths) {
        var sum = BigInteger.ZERO;
        var chosen = BigInteger.ONE;
        for (int i = 0; i <= n; i++) {
            if (i >= k) {
                sum = sum.add(chosen.multiply(BigInteger.valueOf(sixteenths).pow(i))
                        .multiply(BigInteger.valueOf(16 - sixteenths).pow(n - i)));
            }
            chosen = chosen.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
        }
        return new BigDecimal(sum).divide(new BigDecimal(BigInteger.valueOf(16).pow(n)), MathContext.DECIMAL128);
    }

    @Test
    void the_bounds_are_where_the_tail_is_as_asked() {
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            int n1 = 100 + random.nextInt(100_000);
            int n2 = 100 + random.nextInt(100_000);
            int a = 1 + random.nextInt(Math.min(n1, 3_000));
            int b = random.nextInt(Math.min(n2, 3_000));
            double tail = Math.pow(10, -1 - 8 * random.nextDouble());
            var interval = RatioInterval.of(a, n1, b, n2, tail);

            double odds = Math.pow(2, interval.lower()) * n1 / n2;
            assertThat(BinomialTail.atLeast(a, a + b, odds / (1 + odds))).isCloseTo(tail, within(tail * 1e-6));
            assertThat(interval.lower()).isLessThan(LogRatio.of(a, n1, b, n2));
            assertThat(interval.upper()).isGreaterThan(LogRatio.of(a, n1, b, n2));
            assertThat(RatioInterval.isOverZero(a, n1, b, n2, tail)).isEqualTo(interval.lower() > 0);
        }
    }

    @Test
    void whoever_uses_it_on_one_side_only_has_one_bound() {
        assertThat(RatioInterval.of(0, 100, 10, 100, 0.01).lower()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(RatioInterval.of(10, 100, 0, 100, 0.01).upper()).isEqualTo(Double.POSITIVE_INFINITY);
        // 10 of 10: the share's bound is the tenth root of the tail.
        double share = Math.pow(0.01, 0.1);
        assertThat(RatioInterval.of(10, 100, 0, 100, 0.01).lower())
                .isCloseTo(Math.log(share / (1 - share)) / Math.log(2), within(1e-9));
    }

    /** How often the truth, a ratio of 1, lies below the lower bound, where a watch has 1 % of all voices. */
    @Test
    void the_bound_holds_as_often_as_asked_and_the_approximation_by_katz_does_not() {
        var random = new Random(4);
        int n1 = 1_000;
        int n2 = 100_000;
        double tail = 1e-4;
        double deviations = 3.719016485455709;
        int rounds = 400_000;
        int exactWrong = 0;
        int katzWrong = 0;
        for (int i = 0; i < rounds; i++) {
            // A rare word, as most are: 2 voices here and 200 elsewhere are expected.
            int a = poisson(random, 2);
            int b = (int) Math.round(200 + Math.sqrt(200) * random.nextGaussian());
            if (a > 0 && RatioInterval.isOverZero(a, n1, b, n2, tail)) {
                exactWrong++;
            }
            double katz =
                    Math.log((a + 0.5) / n1 / ((b + 0.5) / n2)) - deviations * Math.sqrt(1 / (a + 0.5) + 1 / (b + 0.5));
            if (katz > 0) {
                katzWrong++;
            }
        }
        // 40 are allowed; 60 would be three deviations more.
        assertThat(exactWrong).isLessThan(60);
        assertThat(katzWrong).isGreaterThan(10 * 40);
    }

    private static int poisson(Random random, double mean) {
        double least = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > least) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    @Test
    void it_is_corrected_for_no_more_terms_than_could_pass() {
        int[] totals = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 9, 20, 20};

        // At half and half, 5 voices are as improbable as 1 of 32, 9 as 1 of 512.
        assertThat(Multiplicity.of(List.of(new Multiplicity(0.5, totals.clone())), 0.05))
                .isEqualTo(3);
        // Where one of a thousand voices is of the watch, each of them could.
        assertThat(Multiplicity.of(List.of(new Multiplicity(0.001, totals.clone())), 0.05))
                .isEqualTo(13);
        assertThat(Multiplicity.of(List.of(), 0.05)).isEqualTo(1);
    }

    @Test
    void words_that_meet_by_chance_are_not_associated() {
        assertThat(Association.of(10, 100, 1_000, 10_000)).isCloseTo(0, within(1e-12));
        assertThat(Association.of(100, 100, 100, 10_000)).isCloseTo(1, within(1e-12));
        assertThat(Association.of(0, 100, 100, 10_000)).isEqualTo(-1);
    }
}
