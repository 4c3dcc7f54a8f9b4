package io.habitus.persona.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

    /** Joined emoji, skin tones, marks on marks, half surrogates, right to left, controls of direction, long words. */
    private static final List<String> HOSTILE = List.of(
            "👩‍👩‍👧‍👦",
            "👍🏽",
            "🇩🇪",
            "1️⃣",
            "e\u0301\u0323\u0489",
            "\uD83D",
            "\uDE00",
            "שלום",
            "مرحبا",
            "\u202Eabc\u202C",
            "\u200F",
            "ﬁn",
            "İstanbul",
            "Straße",
            "日本語",
            "ไทย",
            "\uD835\uDD7F\uD835\uDD8A",
            "a".repeat(400),
            "z\u0300".repeat(300),
            "\n",
            ". ",
            "…",
            "@…",
            "#tag",
            "https://example.org/ü?a=b",
            "\0",
            "\u00AD",
            "don't",
            "3,5");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void every_quote_stands_in_its_text_at_its_offsets_whatever_the_text_holds(long seed) {
        var random = new Random(seed);
        var hearing = new Hearing(seed % 2 == 0 ? "de" : "en");
        for (int voice = 0; voice < 300; voice++) {
            hearing.by(1, hostile(random));
        }

        var answer = hearing.ownWords(Asked.usual().atMost(100));

        assertThat(answer.words()).hasSizeGreaterThan(10);
        var texts = hearing.target().stream().collect(Collectors.toMap(Said::postId, Function.identity()));
        for (var word : answer.words()) {
            isExact(word, texts);
        }
    }

    private static void isExact(OwnWord word, Map<String, Said> texts) {
        assertThat(word.quotes()).hasSizeBetween(word.shown().length() > 100 ? 0 : 1, 3);
        for (var quote : word.quotes()) {
            var text = texts.get(quote.postId()).shownText();
            assertThat(text.substring(quote.start(), quote.end())).isEqualTo(quote.text());
            var bytes = Arrays.copyOfRange(text.getBytes(StandardCharsets.UTF_8), quote.startByte(), quote.endByte());
            assertThat(bytes).isEqualTo(quote.text().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(word.quotes().stream().map(quote -> texts.get(quote.postId()).voice()))
                .doesNotHaveDuplicates();
    }

    private static String hostile(Random random) {
        var text = new StringBuilder();
        int pieces = random.nextInt(200) == 0 ? 5_000 : 1 + random.nextInt(30);
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(3) == 0
                            ? List.of("Tram", "late", "Zug", "now").get(random.nextInt(4))
                            : HOSTILE.get(random.nextInt(HOSTILE.size())));
            if (random.nextInt(5) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    @Test
    void a_quote_is_the_sentence_of_the_word() {
        var hearing = new Hearing("de").by(60, "Guten Morgen allerseits. Heute kam die 🚋 wieder zu spät! Schade.");

        assertThat(hearing.ownWords().words())
                .filteredOn(word -> word.shown().equals("🚋"))
                .singleElement()
                .satisfies(word -> assertThat(word.quotes())
                        .extracting(Quote::text)
                        .containsExactly("Heute kam die 🚋 wieder zu spät"));
    }

    @Test
    void a_quote_holds_no_handle_and_stays_in_its_line() {
        var hearing = new Hearing("de").by(60, "Ein 🚋 Titel\nDanke @… die 🚋 kam\r\nheute @…: ja");

        assertThat(quotesOf(hearing, "🚋"))
                .extracting(Quote::text)
                .isNotEmpty()
                .isSubsetOf("Ein 🚋 Titel", "die 🚋 kam");
    }

    @Test
    void copies_with_a_word_changed_are_quoted_once() {
        var hearing = new Hearing("de");
        for (int i = 0; i < 60; i++) {
            hearing.by(1, "heute kam die rote 🚋 wieder viel zu spät sagt " + (char) ('A' + i % 26) + "lex");
        }
        hearing.by(1, "nie wieder 🚋, ich gehe zu Fuß");

        assertThat(quotesOf(hearing, "🚋")).hasSize(2);
    }

    @Test
    void no_voice_is_quoted_twice() {
        var hearing = new Hearing("de").by(60, "Tram");
        for (int i = 0; i < 500; i++) {
            hearing.said(
                    2_001,
                    "Tram " + Invented.word(i * 31) + " " + Invented.word(i * 17) + " " + Invented.word(i * 7) + " "
                            + Invented.word(i));
        }

        assertThat(quotesOf(hearing, "Tram")).hasSize(2);
    }

    @Test
    void quotes_tell_different_things() {
        var hearing = new Hearing("de")
                .by(20, "die Tram ist laut")
                .by(20, "ohne Heizung fährt keine Tram")
                .by(20, "Fahrkarten in der Tram kaufen geht nicht");

        assertThat(quotesOf(hearing, "Tram"))
                .extracting(Quote::text)
                .containsExactlyInAnyOrder(
                        "die Tram ist laut",
                        "ohne Heizung fährt keine Tram",
                        "Fahrkarten in der Tram kaufen geht nicht");
    }

    private static List<Quote> quotesOf(Hearing hearing, String shown) {
        return hearing.ownWords().words().stream()
                .filter(word -> word.shown().equals(shown))
                .findFirst()
                .orElseThrow()
                .quotes();
    }
}
