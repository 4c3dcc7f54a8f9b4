package io.habitus.tagging.polarity;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.tagging.features.SomeTexts;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PolaritiesTest {

    private final Polarities polarities = Polarities.shipped();

    private void says(Label label, String language, List<String> texts) {
        for (var text : texts) {
            var judgement = polarities.judge(text, language);
            assertThat(judgement.label()).as(text).isEqualTo(label);
            assertThat(judgement.abstained()).as(text).isFalse();
        }
    }

    @Test
    void plain_praise_is_positive() {
        says(
                Label.POSITIVE,
                "de",
                List.of(
                        "Super Service, vielen Dank für die schnelle Hilfe :)",
                        "Ich liebe diesen Laden, alle sind so freundlich",
                        "Danke 😍"));
        says(Label.POSITIVE, "en", List.of("Thank you so much, great support!", "I love the new design, well done"));
    }

    @Test
    void plain_complaint_is_negative() {
        says(
                Label.NEGATIVE,
                "de",
                List.of(
                        "Der Zug ist schon wieder zu spät, eine Frechheit!",
                        "Schlechter Kundendienst, nie wieder!",
                        "Die App stürzt ständig ab, ich bin total enttäuscht"));
        says(
                Label.NEGATIVE,
                "en",
                List.of(
                        "The train is late again, terrible service",
                        "I hate this app, it crashes all the time",
                        "not good at all"));
    }

    @Test
    void plain_information_is_neutral() {
        says(Label.NEUTRAL, "de", List.of("Wann fährt der nächste Bus nach Hannover?"));
        says(Label.NEUTRAL, "en", List.of("When does the next bus leave?", "The meeting is on Tuesday in room 4"));
    }

    @Test
    void what_could_be_anything_is_left_open() {
        assertThat(polarities.judge("Das neue Handy ist der Hammer", "de").abstained())
                .isTrue();
    }

    @Test
    void nobody_judges_a_language_that_no_model_speaks_or_nothing() {
        for (var judgement : List.of(
                polarities.judge("Je suis content", "other"),
                polarities.judge(null, "de"),
                polarities.judge(" ", "en"))) {
            assertThat(judgement.label()).isNull();
            assertThat(judgement.abstained()).isTrue();
            assertThat(judgement.confidence()).isZero();
            assertThat(judgement.model()).isNotBlank();
        }
    }

    @Test
    void of_any_text_something_is_said_that_is_likely_to_a_degree() {
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            var judgement = polarities.judge(SomeTexts.random(random), "de");
            assertThat(judgement.confidence()).isBetween(0., 1.);
            assertThat(judgement.abstained()).isEqualTo(judgement.label() == null || judgement.confidence() < .5);
        }
    }

    @Test
    void several_threads_are_told_the_same() {
        var expected = SomeTexts.GERMAN.stream()
                .map(text -> polarities.judge(text, "de"))
                .toList();

        var told = IntStream.range(0, 4_000)
                .parallel()
                .mapToObj(i -> polarities.judge(SomeTexts.GERMAN.get(i % expected.size()), "de"))
                .toList();

        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i)).isEqualTo(expected.get(i % expected.size()));
        }
    }
}
