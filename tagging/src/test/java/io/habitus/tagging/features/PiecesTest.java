package io.habitus.tagging.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTest {

    private final Pieces pieces = new Pieces();

    private List<String> cut(String text) {
        pieces.cut(text);
        var all = new ArrayList<String>();
        for (int i = 0; i < pieces.count; i++) {
            var written = pieces.read(i);
            all.add(written.isEmpty() ? pieces.kinds[i].name() : pieces.kinds[i] + " " + written);
        }
        return all;
    }

    @Test
    void words_are_in_lower_case_and_stops_stand_between_them() {
        assertThat(cut("Der Zug, heute: SPÄT."))
                .containsExactly("WORD der", "WORD zug", "STOP", "WORD heute", "STOP", "WORD spät", "STOP");
        assertThat(pieces.shouted).isEqualTo(1);
    }

    @Test
    void an_apostrophe_belongs_to_its_word() {
        assertThat(cut("don't ’tis geht's’")).containsExactly("WORD don't", "WORD tis", "WORD geht's");
    }

    @Test
    void stretched_letters_are_squeezed_to_two() {
        assertThat(cut("sooooo Schiff coooool")).containsExactly("WORD soo", "WORD schiff", "WORD cool");
        assertThat(pieces.elongated).isEqualTo(2);
    }

    @Test
    void addresses_and_handles_are_one_each_whatever_they_are() {
        assertThat(cut("@nord_wind https://example.org/a?b=c,d www.example.org http @jane's"))
                .containsExactly("HANDLE @", "ADDRESS http", "ADDRESS http", "ADDRESS http", "HANDLE @", "WORD s");
    }

    @Test
    void a_tag_is_itself_and_its_parts() {
        assertThat(cut("#BahnChaos2026 #läuft"))
                .containsExactly(
                        "HASHTAG #bahnchaos2026",
                        "WORD bahn",
                        "WORD chaos",
                        "NUMBER 2026",
                        "HASHTAG #läuft",
                        "WORD läuft");
    }

    @Test
    void faces_of_punctuation_are_emoticons() {
        assertThat(cut("gut :) schlecht :-( haha xD <3 ;-) :P ^^"))
                .containsExactly(
                        "WORD gut",
                        "EMOTICON :)",
                        "WORD schlecht",
                        "EMOTICON :-(",
                        "WORD haha",
                        "EMOTICON xd",
                        "EMOTICON <3",
                        "EMOTICON ;-)",
                        "EMOTICON :p",
                        "EMOTICON ^^");
    }

    @Test
    void punctuation_that_only_looks_like_a_face_is_none() {
        assertThat(cut("(wie oben): um 12:30 ist:Schluss"))
                .containsExactly(
                        "STOP",
                        "WORD wie",
                        "WORD oben",
                        "STOP",
                        "STOP",
                        "WORD um",
                        "NUMBER 0",
                        "WORD ist",
                        "STOP",
                        "WORD schluss");
    }

    @Test
    void emoji_lose_skin_and_variants_and_joined_ones_are_one() {
        assertThat(cut("👍🏽 ❤️ 🤷🏽‍♀️😡")).containsExactly("EMOJI 👍", "EMOJI ❤", "EMOJI 🤷", "EMOJI 😡");
    }

    @Test
    void signs_in_a_row_are_one() {
        assertThat(cut("was?! nein!!! wie?? ... …"))
                .containsExactly(
                        "WORD was",
                        "EXCLAMATION",
                        "WORD nein",
                        "EXCLAMATION",
                        "WORD wie",
                        "QUESTION",
                        "ELLIPSIS",
                        "ELLIPSIS");
    }

    @Test
    void entities_are_what_they_stand_for() {
        assertThat(cut("du &amp; ich &lt;3")).containsExactly("WORD du", "WORD ich", "EMOTICON <3");
    }

    @Test
    void a_repost_is_cut_as_its_original() {
        assertThat(cut("RT @jane: Der Zug ist da")).isEqualTo(cut("Der Zug ist da"));
        assertThat(cut("RT @jane and others")).startsWith("WORD rt");
    }

    @Test
    void an_umlaut_in_two_characters_is_one() {
        assertThat(cut("spa\u0308t")).isEqualTo(cut("spät"));
    }

    @Test
    void only_the_beginning_of_a_long_text_is_read() {
        cut("wort ".repeat(100_000));

        assertThat(pieces.count).isEqualTo(Pieces.MOST_READ / 5);
    }
}
