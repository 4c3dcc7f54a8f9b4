package io.habitus.endtoend.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second reading is only worth something if it reads the sheet rightly itself. */
class RecountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Züge Straße Su\u0308d Suedbahn | zuege strasse sued suedbahn",
                "S-Bahn U-Bahn-Station | s bahn u bahn station",
                "#Bahn @DB_Bahn, #S21. | bahn db_bahn s21",
                "Kaufe z.B. 3,50 Euro um 14:30! | kaufe z.b 3,50 euro um 14 30",
                "siehe https://t.co/AbC?x=1#y und HTTP://Bahn.de. | siehe t.co und bahn.de",
                "wütend👍🏽 ❤\uFE0F 👨\u200D👩 🇩🇪🇦🇹 | wuetend 👍 ❤ 👨\u200D👩 🇩🇪 🇦🇹",
                "Wie geht's? Prima … | wie geht's prima"
            })
    void texts_are_cut_as_the_sheet_says(String text, String tokens) {
        assertThat(Pieces.of(text).stream().map(Piece::value)).containsExactly(tokens.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "zug                              | true",
                "aufzug                           | false",
                "zug spät                         | true",
                "zug AND NOT spät                 | false",
                "zug -bus                         | true",
                "(bus OR zug) AND köln            | true",
                "\"zu spät\"                      | true",
                "\"spät zu\"                      | false",
                "koel*                            | true",
                "köl*                             | true",
                "#bahn                            | true",
                "@bahn                            | false",
                "bahn                             | true",
                "😡                               | true",
                "S-Bahn                           | true",
                "zug AND lang:de                  | true",
                "zug AND lang:(en OR de)          | true",
                "zug AND type:reply               | false",
                "zug AND source:twitter           | true",
                "zug OR bus AND flug              | true",
                "\"köln s bahn\"                  | true"
            })
    void queries_hear_as_the_sheet_says(String query, boolean heard) {
        var post = new Said(null, "Der Zug ist ZU SPÄT 😡 in Köln! S-Bahn #Bahn", "de", "twitter", "post");
        assertThat(Question.of(query.strip()).test(post)).isEqualTo(heard);
    }

    @Test
    void no_phrase_spans_title_and_text() {
        var post = new Said("Guter", "Service", null, "forum", "review");
        assertThat(Question.of("\"guter service\"").test(post)).isFalse();
        assertThat(Question.of("guter service").test(post)).isTrue();
    }

    @Test
    void what_it_does_not_know_fails_loudly() {
        assertThatThrownBy(() -> Question.of("(bahn")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Question.of("bahn)")).isInstanceOf(IllegalArgumentException.class);
    }
}
