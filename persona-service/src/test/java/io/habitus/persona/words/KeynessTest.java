package io.habitus.persona.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.habitus.persona.words.OwnWords.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeynessTest {

    private static final Naming SOUTHERN = new Naming(Set.of(), Set.of("south"));

    @Test
    void inflections_are_one_word_counted_by_its_voices() {
        var hearing = new Hearing("de")
                .by(30, "mein Zug, so spät")
                .by(20, "alle Züge; immer")
                .by(4, "im Zuge. Dessen");
        // These use two forms, and count once.
        for (int voice = 2_001; voice <= 2_010; voice++) {
            hearing.said(voice, "Züge?");
        }

        var word = only(hearing.ownWords(), "Zug");

        assertThat(word.voices()).isEqualTo(54);
        // "Zuge" has fewer voices than the floor.
        assertThat(word.forms()).containsExactly("Zug", "Züge");
    }

    @Test
    void a_word_is_shown_as_most_voices_write_it() {
        var hearing =
                new Hearing("de").by(20, "VERSPÄTUNG").by(30, "Verspätung").by(25, "verspätung");

        assertThat(hearing.shown()).containsExactly("Verspätung");
    }

    @Test
    void what_hardly_anybody_writes_so_is_shown_folded() {
        var hearing = new Hearing("de");
        for (var form : List.of("GRÜNSPAN", "Grünspan", "grünspan", "gRÜnspan", "grÜNspan", "grünSPAN", "GRünspan")) {
            hearing.by(4, form);
        }
        hearing.by(10, "nein");

        assertThat(only(hearing.ownWords(), "gruenspan").forms()).containsExactly("gruenspan");
    }

    @Test
    void and_if_nothing_but_the_stem_is_common_the_stem() {
        var hearing = new Hearing("en").by(10, "no");
        for (var form : List.of("jump", "jumps", "jumped", "jumping", "jump's")) {
            hearing.by(4, form);
        }

        assertThat(only(hearing.ownWords(), "jump").forms()).containsExactly("jump");
    }

    @Test
    void of_forms_with_equal_voices_the_first_of_the_alphabet_is_shown() {
        assertThat(new Hearing("de").by(30, "tram").by(30, "Tram").shown()).containsExactly("Tram");
    }

    @Test
    void a_phrase_takes_the_place_of_its_words() {
        var hearing = new Hearing("de").by(60, "Schlichter Steinmeier, oder").by(10, "Steinmeier, oder");

        assertThat(hearing.shown()).containsExactly("Schlichter Steinmeier", "oder");
    }

    @Test
    void what_texts_of_the_same_kind_say_as_often_stands_behind() {
        var hearing = judging(60);

        assertThat(shownInOrder(hearing, Asked.usual())).containsExactly("brilliant", "flirr");
        assertThat(shownInOrder(hearing, Asked.usual().beside(SOUTHERN))).containsExactly("flirr", "brilliant");
    }

    @Test
    void fewer_voices_that_say_something_of_the_same_kind_change_no_order() {
        assertThat(shownInOrder(judging(29), Asked.usual().beside(SOUTHERN))).containsExactly("brilliant", "flirr");
    }

    @Test
    void where_one_language_has_too_few_texts_of_the_same_kind_none_is_put_in_order_by_them() {
        var english = judging(60);
        var german = new Hearing("de").by(60, "dagegen");
        var target = both(english.target(), german.target());
        var reference = both(english.reference(), german.reference());

        assertThat(Keyness.of(target, reference, Asked.usual().beside(SOUTHERN)).words())
                .isEqualTo(Keyness.of(target, reference, Asked.usual()).words());
    }

    private static List<Said> both(List<Said> some, List<Said> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Test
    void a_word_that_stands_out_does_not_go_with_a_phrase_that_stands_behind() {
        var hearing = new Hearing("en")
                .by(390, "brilliant flirr")
                .by(150, "flirr, also")
                .by(60, "brilliant, hmm")
                .elsewhere(200, "southwind, brilliant flirr")
                .elsewhere(200, "southwind, brilliant, hmm");

        assertThat(hearing.shown()).contains("brilliant flirr").doesNotContain("flirr");
        assertThat(shownInOrder(hearing, Asked.usual().beside(SOUTHERN)))
                .containsSubsequence("flirr", "brilliant flirr");
    }

    /** Everybody judges who talks of either wind; half of those who talk of this one say something of their own. */
    private static Hearing judging(int others) {
        return new Hearing("en")
                .by(30, "brilliant")
                .by(30, "brilliant, flirr")
                .elsewhere(40, "different flirr")
                .elsewhere(others, "southwind: brilliant");
    }

    private static List<String> shownInOrder(Hearing hearing, Asked asked) {
        return hearing.ownWords(asked).words().stream().map(OwnWord::shown).toList();
    }

    @Test
    void a_word_that_is_mostly_said_alone_stays_beside_its_phrase() {
        var hearing = new Hearing("de").by(60, "Schlichter Steinmeier").by(60, "Steinmeier");

        assertThat(hearing.shown()).containsExactly("Schlichter Steinmeier", "Steinmeier");
    }

    @Test
    void a_longer_saying_is_told_by_its_best_phrase_alone() {
        var hearing = new Hearing("en").by(60, "has changed state from").by(3, "changed state");

        assertThat(hearing.shown()).containsExactly("changed state");
    }

    @Test
    void no_phrase_spans_a_comma_or_two_sentences() {
        assertThat(new Hearing("de").by(60, "Schlichter, Steinmeier").shown())
                .containsExactly("Schlichter", "Steinmeier");
        assertThat(new Hearing("de").by(60, "Schlichter. Steinmeier").shown())
                .containsExactly("Schlichter", "Steinmeier");
    }

    @Test
    void two_words_that_are_everywhere_are_no_phrase() {
        // Everybody uses both, and side by side as often as chance has it.
        var hearing = new Hearing("de").by(100, "und ist kalt. ist und").elsewhere(2_000, "und, ist");

        assertThat(hearing.shown()).doesNotContain("und ist", "ist und");
    }

    @Test
    void handles_addresses_numbers_and_single_letters_are_no_words() {
        var hearing = new Hearing("de").by(60, "@bahn_info @… https://example.org/a http://b.de www.c.de 2026 12,50 x");

        assertThat(hearing.shown()).isEmpty();
    }

    @Test
    void tags_and_emoji_are_words() {
        assertThat(new Hearing("de").by(60, "#Streik 😡 1️⃣").shown()).containsExactly("#Streik", "1️⃣", "😡");
    }

    @Test
    void the_words_of_the_query_are_left_out_with_inflections_and_phrases() {
        var hearing = new Hearing("de").by(60, "Züge Zug #zug kaputte Züge");

        var answer = hearing.ownWords(Asked.usual().except(Set.of("zug"), Set.of()));

        assertThat(answer.words()).extracting(OwnWord::shown).containsExactly("kaputte");
    }

    @Test
    void what_begins_like_a_wildcard_of_the_query_is_left_out() {
        var hearing = new Hearing("de").by(60, "Verspätung, Verspätungen; #verspätet: verspielt");

        var answer = hearing.ownWords(Asked.usual().except(Set.of(), Set.of("verspaet")));

        assertThat(answer.words()).extracting(OwnWord::shown).containsExactly("verspielt");
    }

    @Test
    void one_loud_voice_changes_nothing() {
        var quiet = new Hearing("de").by(60, "die Tram kommt").by(1, "etwas kommt");
        var loud = new Hearing("de").by(60, "die Tram kommt").by(1, "etwas kommt");
        for (int i = 0; i < 5_000; i++) {
            loud.said(2_061, "etwas kommt etwas");
        }

        assertThat(figures(loud)).isEqualTo(figures(quiet));
    }

    @Test
    void the_nameless_and_those_without_language_are_left_out_and_counted() {
        var hearing = new Hearing("de").by(60, "die Tram");
        var before = figures(hearing);
        for (int i = 0; i < 100; i++) {
            hearing.said(0, "niemand");
        }
        hearing.target().add(new Said(7, null, "nobody", "post", 0));

        assertThat(figures(hearing)).isEqualTo(before);
        assertThat(hearing.ownWords().leftOut()).isEqualTo(new OwnWords.Left(100, 1));
    }

    @Test
    void with_too_few_voices_it_says_so() {
        var answer = new Hearing("de").by(29, "die Tram").ownWords();

        assertThat(answer.words()).isEmpty();
        assertThat(answer.tested()).isZero();
        assertThat(answer.languages()).singleElement().satisfies(heard -> {
            assertThat(heard.verdict()).isEqualTo(Verdict.TOO_FEW_VOICES);
            assertThat(heard.voices()).isEqualTo(29);
            assertThat(heard.voicesElsewhere()).isEqualTo(2_000);
        });
    }

    @Test
    void a_language_nobody_else_speaks_is_not_compared_with_another() {
        var german = new Hearing("de").by(60, "die Tram");
        for (int voice = 1; voice <= 200; voice++) {
            german.target().add(new Said(100_000 + voice, "en", "the tram", "en-" + voice, 0));
        }

        var answer = german.ownWords();

        assertThat(answer.languages())
                .extracting(OwnWords.Heard::language, OwnWords.Heard::verdict)
                .containsExactly(tuple("en", Verdict.TOO_FEW_VOICES_ELSEWHERE), tuple("de", Verdict.COMPARED));
        assertThat(answer.words()).allMatch(word -> word.language().equals("de"));
    }

    @Test
    void no_more_words_are_told_than_asked_for() {
        var hearing = new Hearing("de")
                .by(60, "eins, zwei, drei, vier")
                .by(60, "zwei, drei, vier")
                .by(60, "drei, vier");

        assertThat(hearing.ownWords(Asked.usual().atMost(2)).words()).hasSize(2);
    }

    private static OwnWord only(OwnWords answer, String shown) {
        return answer.words().stream()
                .filter(word -> word.shown().equals(shown))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> figures(Hearing hearing) {
        return hearing.ownWords(Asked.usual()).words().stream()
                .map(word -> word.shown() + " " + word.voices() + " " + word.voicesElsewhere() + " " + word.n1() + " "
                        + word.lower() + " " + word.g2())
                .toList();
    }
}
