package io.habitus.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.LineBreak;
import com.ibm.icu.lang.UCharacter.WordBreak;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever the text holds. */
class AnyTextTest {

    private static final int[] ALL = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(codePoint -> UCharacter.getType(codePoint) != UCharacter.UNASSIGNED
                    && UCharacter.getType(codePoint) != UCharacter.PRIVATE_USE)
            .toArray();

    private static final String OFTEN = "aäßÄZ019_ .,:;'’\"-#@&/*\n\u00A0\u202F\u2028\u00AD\u200D\uFE0F\u0308\u20E3"
            + "אבéиΣς😡👍🏽🇩🇪🏴❤♀カ한\uD800\uDC00";

    private final Random random = new Random(42);

    private String anyText() {
        var text = new StringBuilder();
        int[] often = OFTEN.chars().toArray();
        for (int i = random.nextInt(40); i > 0; i--) {
            switch (random.nextInt(12)) {
                case 0 -> text.appendCodePoint(ALL[random.nextInt(ALL.length)]);
                case 1 -> text.append("https://");
                default -> text.append((char) often[random.nextInt(often.length)]);
            }
        }
        return text.toString();
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c > ' ' && c < 0x7F ? String.valueOf((char) c) : String.format("\\u%04X", c))
                .collect(Collectors.joining());
    }

    @Test
    void every_token_holds_what_it_promises() {
        for (int i = 0; i < 30_000; i++) {
            var text = anyText();
            var tokens = Tokens.of(text);
            int end = 0;
            int position = 0;
            for (var token : tokens.all()) {
                assertThat(token.start()).as(() -> escaped(text)).isGreaterThanOrEqualTo(end);
                assertThat(token.end())
                        .as(() -> escaped(text))
                        .isGreaterThan(token.start())
                        .isLessThanOrEqualTo(text.length());
                assertThat(token.position()).isEqualTo(position++);
                end = token.end();
                assertThat(token.folded())
                        .as(() -> escaped(text))
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(Tokens.LONGEST);
                assertThat(token.folded().codePoints().noneMatch(AnyTextTest::isWhiteSpace))
                        .as(() -> escaped(text))
                        .isTrue();
                if (token.mark() != null) {
                    assertThat(token.mark()).isIn("#" + token.folded(), "@" + token.folded());
                }
            }
        }
    }

    @Test
    void a_folded_word_folds_to_itself() {
        for (int i = 0; i < 30_000; i++) {
            var text = anyText();
            for (var token : Tokens.of(text).all()) {
                boolean isHost = Tokens.of(text).raw(token).contains("://");
                if (!isHost) {
                    assertThat(Tokens.of(token.folded()).all())
                            .as(() -> escaped(text))
                            .extracting(Token::folded)
                            .containsExactly(token.folded());
                }
            }
        }
    }

    @Test
    void words_end_where_uax_29_as_icu_reads_it_ends_them() {
        int words = 0;
        for (int i = 0; i < 30_000; i++) {
            var text = anyText()
                    .replace("https://", "")
                    .codePoints()
                    .filter(codePoint -> !isOursToDecide(codePoint))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var ours = Tokens.of(text).all().stream()
                    .map(token -> token.start() + (token.mark() == null ? 0 : 1) + "-" + token.end())
                    .toList();
            assertThat(ours).as(() -> escaped(text)).isEqualTo(wordsOfIcu(text));
            words += ours.size();
        }
        assertThat(words).isGreaterThan(50_000);
    }

    private static List<String> wordsOfIcu(String text) {
        var words = new ArrayList<String>();
        var iterator = BreakIterator.getWordInstance(ULocale.ROOT);
        iterator.setText(text);
        int start = iterator.first();
        for (int end = iterator.next(); end != BreakIterator.DONE; start = end, end = iterator.next()) {
            // Not by the rule status, which forgets the letter of "カ_".
            if (text.substring(start, end).codePoints().anyMatch(AnyTextTest::makesAWord)) {
                words.add(start + "-" + end);
            }
        }
        return words;
    }

    private static boolean makesAWord(int codePoint) {
        return !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                && switch (UCharacter.getIntPropertyValue(codePoint, UProperty.WORD_BREAK)) {
                    case WordBreak.ALETTER, WordBreak.HEBREW_LETTER, WordBreak.NUMERIC, WordBreak.KATAKANA -> true;
                    case WordBreak.OTHER -> UCharacter.isLetterOrDigit(codePoint);
                    default -> false;
                };
    }

    /** Emoji, the narrow space, keycaps, and scripts that ICU cuts by dictionary (or, Hangul, apart from others). */
    private static boolean isOursToDecide(int codePoint) {
        int script = UScript.getScript(codePoint);
        return UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
                || codePoint == 0x202F
                || UCharacter.getType(codePoint) == UCharacter.SURROGATE // would pair up when others are taken out
                || codePoint == 0x20E3
                || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF)
                || UCharacter.getIntPropertyValue(codePoint, UProperty.WORD_BREAK) == WordBreak.REGIONAL_INDICATOR
                || script == UScript.HAN
                || script == UScript.HIRAGANA
                || script == UScript.KATAKANA
                || UCharacter.getIntPropertyValue(codePoint, UProperty.WORD_BREAK) == WordBreak.KATAKANA
                || script == UScript.HANGUL
                || UCharacter.hasBinaryProperty(codePoint, UProperty.IDEOGRAPHIC)
                || UCharacter.getIntPropertyValue(codePoint, UProperty.LINE_BREAK) == LineBreak.COMPLEX_CONTEXT;
    }

    private static boolean isWhiteSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || UCharacter.isUWhiteSpace(codePoint);
    }

    @Test
    void no_text_takes_long() {
        for (var piece : List.of(
                "a",
                "ä",
                "\u0301\u0323",
                "a\u0301\u0323",
                "\u200D",
                "😡\u200D",
                "a.",
                "1\uFE0F\u20E3",
                "#",
                "@a",
                "http://",
                "http:///",
                "a.http:///",
                "https://a",
                "\uD800",
                "\uDC00",
                " ",
                "'",
                "א'",
                "א\"",
                "🇩",
                "\u00AD",
                "_",
                "w",
                "ﷺ",
                "İ",
                "1,")) {
            var text = piece.repeat(1_000_000 / piece.length());
            var tokens = assertTimeout(Duration.ofSeconds(3), () -> Tokens.of(text, text), piece);
            assertThat(tokens.all()).allMatch(token -> token.folded().length() <= Tokens.LONGEST);
        }
    }
}
