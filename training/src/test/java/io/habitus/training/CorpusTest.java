package io.habitus.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorpusTest {

    private static Labelled text(String set, String text, int label) {
        return new Labelled(set, text, label);
    }

    @Test
    void copies_that_differ_in_links_handles_and_signs_are_one_text() {
        var kept = Corpus.distinct(List.of(
                text("a", "@jane The train is late again! https://t.co/a1", 2),
                text("b", "the train is LATE again http", 2),
                text("b", "the train is on time", 1)));

        assertThat(kept).extracting(Labelled::set).containsExactly("a", "b");
    }

    @Test
    void copies_that_disagree_are_left_out_altogether() {
        var kept = Corpus.distinct(
                List.of(text("a", "the train is late again", 2), text("b", "The train is late again!", 1)));

        assertThat(kept).isEmpty();
    }

    @Test
    void a_copy_that_was_cut_off_is_a_copy() {
        var whole = "A sentence that goes on and on and on until it is far longer than any title could be, really";

        assertThat(Corpus.without(List.of(text("a", whole, 0)), List.of(text("b", whole.substring(0, 85), 0))))
                .isEmpty();
    }

    @Test
    void short_texts_that_coincide_in_letters_are_not_copies() {
        assertThat(Corpus.distinct(List.of(text("a", "ok :)", 0), text("a", "ok :(", 2))))
                .hasSize(2);
    }
}
