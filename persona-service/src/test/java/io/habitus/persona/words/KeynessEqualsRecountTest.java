package io.habitus.persona.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeynessEqualsRecountTest {

    private static final int VOCABULARY = 400;
    private static final Asked ALL = Asked.usual().atMost(1_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_figure_is_that_of_a_recount(long seed) {
        var random = new Random(seed);
        var target = side(seed, 200 + random.nextInt(600), true);
        var reference = side(-seed, 200 + random.nextInt(1_500), false);

        var answer = Keyness.of(target, reference, ALL);

        var recount = new Recount(target, reference, ALL);
        assertThat(answer.tested()).isEqualTo(recount.tested);
        assertThat(answer.languages()).singleElement().satisfies(heard -> {
            assertThat(heard.wordsCompared()).isCloseTo(recount.wordsCompared, within(1e-9));
            assertThat(recount.wordsComparedElsewhere).isCloseTo(recount.wordsCompared, within(.01));
        });
        assertThat(answer.correctedFor()).isEqualTo(recount.correctedFor).isLessThanOrEqualTo(recount.tested);
        assertThat(recount.rows).hasSizeGreaterThan(10).anyMatch(row -> row.term()
                .contains(" "));
        var rows = recount.rows.stream().collect(Collectors.toMap(Recount.Row::term, Function.identity()));
        assertThat(answer.words()).extracting(OwnWord::shown).containsExactlyInAnyOrderElementsOf(rows.keySet());
        for (var word : answer.words()) {
            var row = rows.get(word.shown());
            assertThat(word.voices()).isEqualTo(row.a());
            assertThat(word.voicesElsewhere()).isEqualTo(row.b());
            assertThat(word.logRatio()).isCloseTo(row.logRatio(), within(1e-9));
            assertThat(word.g2()).isCloseTo(row.g2(), within(1e-9));
            assertThat(word.lower()).isCloseTo(row.lower(), within(1e-9));
            if (Double.isInfinite(row.upper())) {
                assertThat(word.upper()).isInfinite();
            } else {
                assertThat(word.upper()).isCloseTo(row.upper(), within(1e-9));
            }
        }
        assertThat(answer.words()).isSortedAccordingTo((one, other) -> Double.compare(other.lower(), one.lower()));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void the_order_in_which_texts_come_changes_nothing(long seed) {
        var target = side(seed, 300, true);
        var reference = side(-seed, 1_500, false);
        var answer = Keyness.of(target, reference, ALL);
        var shuffledTarget = shuffled(target, seed);
        var shuffledReference = shuffled(reference, seed);

        assertThat(Keyness.of(shuffledTarget, shuffledReference, ALL)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void what_others_are_named_by_changes_the_order_and_no_figure(long seed) {
        var target = side(seed, 500, true);
        var reference = side(-seed, 1_500, false);
        // About half of all texts hold this word.
        var others = new Naming(Set.of(Invented.word(1)), Set.of());

        var answer = Keyness.of(target, reference, ALL.beside(others));

        var alone = Keyness.of(target, reference, ALL);
        assertThat(answer.words()).hasSizeGreaterThan(10);
        assertThat(figures(answer)).containsExactlyInAnyOrderElementsOf(figures(alone));
        assertThat(Keyness.of(shuffled(target, seed), shuffled(reference, seed), ALL.beside(others)))
                .isEqualTo(answer);
    }

    private static List<String> figures(OwnWords answer) {
        return answer.words().stream()
                .map(word -> word.shown() + " " + word.voices() + " " + word.voicesElsewhere() + " " + word.lower()
                        + " " + word.upper() + " " + word.g2())
                .toList();
    }

    private static List<Said> shuffled(List<Said> said, long seed) {
        var shuffled = new ArrayList<>(said);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** Some words, and some pairs of words, are said more often where the watch hears. */
    private static List<Said> side(long seed, int voices, boolean own) {
        var invented = new Invented(seed, VOCABULARY);
        var random = invented.random();
        var said = invented.voices(voices, 12);
        for (var voice : said) {
            for (var post : voice.posts) {
                for (int i = 0; i + 1 < post.size(); i++) {
                    if (random.nextInt(own ? 8 : 60) == 0) {
                        post.set(i, Invented.word(250 + random.nextInt(30)));
                    }
                    if (random.nextInt(own ? 16 : 160) == 0) {
                        int first = 300 + 2 * random.nextInt(20);
                        post.set(i, Invented.word(first));
                        post.set(i + 1, Invented.word(first + 1 + random.nextInt(2)));
                    }
                }
            }
        }
        return Invented.said(said);
    }
}
