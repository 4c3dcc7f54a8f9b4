package io.habitus.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static List<String> folded(String text) {
        return Tokens.of(text).all().stream().map(Token::folded).toList();
    }

    private static List<String> marked(String text) {
        return Tokens.of(text).all().stream()
                .map(token -> token.mark() == null ? token.folded() : token.mark())
                .toList();
    }

    private static List<String> raw(String text) {
        var tokens = Tokens.of(text);
        return tokens.all().stream().map(tokens::raw).toList();
    }

    @Test
    void words_are_folded_one_way() {
        assertThat(folded("Die Straßenbahn fährt ÜBER Köln, zuerst MUENCHEN. GROẞ"))
                .containsExactly("die", "strassenbahn", "faehrt", "ueber", "koeln", "zuerst", "muenchen", "gross");
    }

    @Test
    void composed_and_decomposed_umlauts_are_the_same_word() {
        assertThat(folded("Zu\u0308ge")).isEqualTo(folded("Züge")).containsExactly("zuege");
    }

    @Test
    void the_parts_of_a_hyphenated_word_are_adjacent() {
        assertThat(folded("S-Bahn-Störung")).containsExactly("s", "bahn", "stoerung");
    }

    @Test
    void an_apostrophe_or_a_dot_inside_belongs_to_the_word() {
        assertThat(folded("geht's bahn.de 3.14 1,5 usw. Ende."))
                .containsExactly("geht's", "bahn.de", "3.14", "1,5", "usw", "ende");
    }

    @Test
    void a_tag_is_its_word_and_a_mark() {
        assertThat(Tokens.of("Nie wieder #Bahn!").all())
                .last()
                .isEqualTo(new Token("bahn", "#bahn", Token.Part.TEXT, 11, 16, 2));
        assertThat(Tokens.of("#Bahn und #BAHN und @DB_Bahn").marks()).containsExactly("#bahn", "@db_bahn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#Bahn-Streik        | #bahn streik",
                "##Bahn              | #bahn",
                "(@Nutzer_1)         | @nutzer_1",
                ".@nutzer: hallo     | @nutzer hallo",
                "info@bahn.de        | info @bahn.de",
                "@name@forum.example | @name @forum.example",
                "Streik#bahn         | streik #bahn",
                "#a#b                | #a #b",
                "😡#bahn             | 😡 #bahn",
                "❤️#bahn             | ❤ #bahn",
                "#bahn.de            | #bahn.de",
                "# Bahn @ Köln       | bahn koeln",
                "#ÜBER @Straße       | #ueber @strasse",
                "#😡                 | 😡",
                "#_ @_               | ''",
            })
    void marks_belong_to_words_that_begin_there(String text, String expected) {
        assertThat(String.join(" ", marked(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://www.Bahn.de/pfad?x=y#z                | www.bahn.de",
                "HTTP://bahn.de:8080                           | bahn.de",
                "http://name:wort@bahn.de/x                    | bahn.de",
                "(siehe https://t.co/aBc).                     | siehe t.co",
                "www.bahn.de/pfad                              | www.bahn.de pfad",
                "http://                                       | http",
                "http://…                                      | http",
                "https://t.co/abc😡                            | t.co 😡",
                "https://mein-shop.example/a_(b) x             | mein-shop.example x",
                "https://müller.example                        | mueller.example",
                "<a href=\"https://bahn.de/x\">hier</a>        | a href bahn.de hier a",
                "https://bahn.de./                             | bahn.de",
                "https://bahn.de\u00A0gut                      | bahn.de gut",
                "#https://bahn.de                              | bahn.de",
                "xhttp://bahn.de                               | xhttp bahn.de",
                "Bülach.https://t.co/x                         | buelach t.co",
                "Bülach.https://                               | buelach.https",
                "http:///http:///http://bahn.de                | http http bahn.de",
            })
    void a_web_address_is_one_token_its_host(String text, String expected) {
        assertThat(String.join(" ", folded(text))).isEqualTo(expected);
    }

    @Test
    void a_web_address_spans_all_of_it() {
        assertThat(raw("(https://bahn.de/a,b).")).containsExactly("https://bahn.de/a,b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "👍🏽👍               | 👍 👍",
                "❤️ ❤                 | ❤ ❤",
                "👨‍👩‍👧‍👦            | 👨‍👩‍👧‍👦",
                "🤷🏽‍♀️              | 🤷‍♀",
                "❤️‍🔥                 | ❤‍🔥",
                "🇩🇪🇦🇹🇨            | 🇩🇪 🇦🇹 🇨",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴               | 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴",
                "1️⃣2⃣#️⃣*️⃣         | 1⃣ 2⃣ #⃣ *⃣",
                "Platz1️⃣ 1.2️⃣        | platz 1⃣ 1 2⃣",
                "Wut😡Wut             | wut 😡 wut",
                "Nordwind® Akku™ ©    | nordwind akku",
                "🅰️🅱️                | 🅰 🅱",
                "a‍😡                 | a 😡",
                "🏽 x                 | x",
                "😡‍ x                | 😡 x",
            })
    void an_emoji_cluster_is_one_token_without_style_and_skin_tone(String text, String expected) {
        assertThat(String.join(" ", folded(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\t", "\n", "\r\n", "\u000B", "\u0085", "\u00A0", "\u1680", "\u2003", "\u2028", "\u2029", "\u202F",
                "\u205F", "\u3000", "\u001C", "\u200B"
            })
    void every_kind_of_white_space_parts_words(String space) {
        assertThat(folded("tausend" + space + "1" + space + "000" + space + "_x"))
                .containsExactly("tausend", "1", "000", "_x");
    }

    @Test
    void invisible_characters_do_not_make_another_word() {
        assertThat(folded("Ver\u00ADspätung \uFEFFBa\u200Dhn \u200Fשלום\u200F \u3164"))
                .containsExactly("verspaetung", "bahn", "שלום");
    }

    @Test
    void scripts_without_spaces_are_cut_into_their_letters() {
        assertThat(folded("新幹線 ひか カタカナ 서울역")).containsExactly("新", "幹", "線", "ひ", "か", "カタカナ", "서울역");
    }

    @Test
    void the_text_begins_a_gap_behind_the_title() {
        var tokens = Tokens.of("Guter Service", "Danke #Bahn");
        assertThat(tokens.all()).extracting(Token::position).containsExactly(0, 1, 1002, 1003);
        assertThat(tokens.all())
                .extracting(Token::part)
                .containsExactly(Token.Part.TITLE, Token.Part.TITLE, Token.Part.TEXT, Token.Part.TEXT);
        assertThat(tokens.in(Token.Part.TITLE)).extracting(Token::folded).containsExactly("guter", "service");
        assertThat(tokens.values()).containsExactly("guter service", "danke bahn");
    }

    @Test
    void a_title_without_words_leaves_no_gap() {
        assertThat(Tokens.of("...", "Danke").all()).extracting(Token::position).containsExactly(0);
        assertThat(Tokens.of("...", "Danke").values()).containsExactly("danke");
        assertThat(Tokens.of("").values()).isEmpty();
    }

    @Test
    void a_token_ends_at_200_characters() {
        assertThat(folded("a".repeat(199) + "ä x")).containsExactly("a".repeat(199) + "a", "x");
        assertThat(folded("a".repeat(199) + "𝒳".repeat(9))).containsExactly("a".repeat(199));
        assertThat(folded("я".repeat(1_000_000))).containsExactly("я".repeat(200));
    }

    @Test
    void raw_is_what_was_written() {
        assertThat(raw("„Späte #Bahn!“ 👍🏽")).containsExactly("Späte", "#Bahn", "👍🏽");
        assertThat(Tokens.of("Zug", "Zug").all().stream()
                        .map(Tokens.of("Zug", "Bus")::raw)
                        .collect(Collectors.toList()))
                .containsExactly("Zug", "Bus");
    }
}
