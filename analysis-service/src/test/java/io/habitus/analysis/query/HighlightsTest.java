package io.habitus.analysis.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.habitus.analysis.query.Highlights.Span;
import io.habitus.tagging.Token;
import io.habitus.tagging.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightsTest {

    private static final String TITLE = "Guter Service";
    private static final String TEXT =
            "Die späte S-Bahn, #Bahn und 👍🏽: spät, spät, spät. https://www.bahn.de/x @bahn";

    private static Query query(String query) {
        return ((Parsed.Accepted) QueryParser.parse(query)).query();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "service                  | Service",
                "bahn                     | Bahn #Bahn @bahn",
                "#bahn                    | #Bahn",
                "@bahn                    | @bahn",
                "s-bahn                   | S-Bahn",
                "spaet*                   | späte spät spät spät",
                "👍                       | 👍🏽",
                "bahn.de OR www.bahn.de   | https://www.bahn.de/x",
                "\"spät spät\"            | spät, spät, spät",
                "\"späte S\" OR \"s bahn\"| späte S-Bahn",
                "\"service die\"          | ``",
                "bahn NOT spät            | Bahn #Bahn @bahn",
                "bahn NOT (NOT die)       | Die Bahn #Bahn @bahn",
                "die OR (und fehlt)       | Die und",
                "die lang:de              | Die",
            })
    void what_is_asked_for_is_marked_where_it_stands(String query, String expected) {
        var spans = Highlights.of(query(query), Tokens.of(TITLE, TEXT));
        assertThat(String.join(" ", spans.stream().map(HighlightsTest::marked).toList()))
                .isEqualTo(expected);
    }

    private static String marked(Span span) {
        var value = span.part() == Token.Part.TITLE ? TITLE : TEXT;
        return value.substring(span.offset(), span.offset() + span.length());
    }

    @Test
    void spans_come_in_order_of_title_and_text() {
        assertThat(Highlights.of(query("spät OR guter OR die"), Tokens.of("Guter Service", "spät die")))
                .containsExactly(
                        new Span(Token.Part.TITLE, 0, 5),
                        new Span(Token.Part.TEXT, 0, 4),
                        new Span(Token.Part.TEXT, 5, 3));
    }

    @Test
    void a_hostile_phrase_in_a_hostile_text_takes_no_time() {
        var words = new ArrayList<>(Collections.nCopies(1_000, "a"));
        words.add("b");
        var phrase = new Query.Phrase(words);
        var tokens = Tokens.of("a ".repeat(50_000));
        assertTimeout(Duration.ofSeconds(1), () -> assertThat(Highlights.of(phrase, tokens))
                .isEmpty());
    }
}
