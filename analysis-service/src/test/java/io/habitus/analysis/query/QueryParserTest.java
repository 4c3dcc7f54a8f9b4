package io.habitus.analysis.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.analysis.query.Parsed.Accepted;
import io.habitus.analysis.query.Parsed.Refused;
import io.habitus.analysis.query.Parsed.Warning;
import io.habitus.analysis.query.Query.And;
import io.habitus.analysis.query.Query.Lang;
import io.habitus.analysis.query.Query.Mark;
import io.habitus.analysis.query.Query.Not;
import io.habitus.analysis.query.Query.Or;
import io.habitus.analysis.query.Query.Phrase;
import io.habitus.analysis.query.Query.Prefix;
import io.habitus.analysis.query.Query.Source;
import io.habitus.analysis.query.Query.Type;
import io.habitus.analysis.query.Query.Word;
import io.habitus.contracts.SourceType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

    private static Query accepted(String query) {
        assertThat(QueryParser.parse(query)).as(query).isInstanceOf(Accepted.class);
        return ((Accepted) QueryParser.parse(query)).query();
    }

    private static Refused refused(String query) {
        assertThat(QueryParser.parse(query)).as(query).isInstanceOf(Refused.class);
        return (Refused) QueryParser.parse(query);
    }

    private static List<String> warnings(String query) {
        accepted(query);
        return ((Accepted) QueryParser.parse(query))
                .warnings().stream().map(Warning::code).toList();
    }

    private static String normal(String query) {
        accepted(query);
        return ((Accepted) QueryParser.parse(query)).normalForm();
    }

    private static Word word(String token) {
        return new Word(token);
    }

    private static And and(Query... parts) {
        return new And(List.of(parts));
    }

    private static Or or(Query... parts) {
        return new Or(List.of(parts));
    }

    // The numbered examples of the language, as far as they are there.

    @TestFactory
    Stream<DynamicTest> the_examples_that_are_there_mean_what_they_say() {
        record Example(String query, Query meaning) {}
        return Stream.of(
                        new Example("nordwind", word("nordwind")),
                        new Example(
                                "nordwind AND (akku OR batterie)",
                                and(word("nordwind"), or(word("akku"), word("batterie")))),
                        new Example(
                                "nordwind NOT \"wind park\"",
                                and(word("nordwind"), new Not(new Phrase(List.of("wind", "park"))))),
                        new Example(
                                "nordwind -gewinnspiel -#anzeige",
                                and(word("nordwind"), new Not(word("gewinnspiel")), new Not(new Mark("#anzeige")))),
                        new Example("\"guter Service\"", new Phrase(List.of("guter", "service"))),
                        new Example("nordwind 😡", and(word("nordwind"), word("😡"))))
                .map(example -> DynamicTest.dynamicTest(
                        example.query, () -> assertThat(accepted(example.query)).isEqualTo(example.meaning)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"Service Note\"~3                                      | loose-phrase-not-supported    | ~",
                "(nordwind OR nw500) NEAR/5 (kaputt OR defekt*)          | proximity-not-supported       | NEAR/5",
                "nordwind NEAR/3f empfehl*                               | proximity-not-supported       | NEAR/3f",
                "kündig* ONEAR/6 (vertrag OR abo)                        | proximity-not-supported       | ONEAR/6",
                "nordwind SENTENCE teuer                                 | proximity-not-supported       | SENTENCE",
                "raw:\"NordWind+\"                                       | field-not-supported           | raw:",
                "lemma:ausfallen SENTENCE heizung                        | field-not-supported           | lemma:",
                "title:nordwind AND text:(rückruf OR \"zurück gerufen\") | field-not-supported           | title:",
                "fuß?all OR fuss?all                                     | single-wildcard-not-supported | ?",
                "\"nie wieder\"~1 AND act:warning AND lang:de            | loose-phrase-not-supported    | ~",
                "act:recommendation AND NOT is:repost                    | field-not-supported           | act:",
                "act:question AND answered:false AND date:[now-7d TO now]| field-not-supported           | act:",
                "topic:lieferung AND role:leader AND engagement:>50      | field-not-supported           | topic:",
                "(nordwind AND topic:preis) AND persona:schnaeppchenjagd | field-not-supported           | topic:",
                "situation:umzug AND nordwind                            | search-only-field             | situation:",
                "thread:9f3c AND type:(comment OR reply)                 | field-not-supported           | thread:",
                "parent:(nordwind AND has:question) AND type:reply       | search-only-field             | parent:",
                "site:forum.example.de AND NOT author:nordwind_team      | field-not-supported           | site:",
                "@nordwind_hilfe AND sentiment:negative                  | field-not-supported           | sentiment:",
                "reach:[1000 TO 50000] AND source:(review OR forum)      | search-only-field             | reach:",
                "rating:<=2 AND lemma:installation                       | field-not-supported           | rating:",
                "(nordwind OR südwind) AND country:(DE OR AT OR CH)      | field-not-supported           | country:",
                "tag:krise AND status:open AND priority:high             | search-only-field             | tag:",
                "<<< Ironie >>> \"na toll\" NEAR/8 nordwind AND sample:10| proximity-not-supported       | NEAR/8",
            })
    void the_examples_that_are_not_there_yet_are_refused_where_they_begin(String query, String code, String at) {
        var refused = refused(query);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(query.substring(refused.offset(), refused.offset() + refused.length()))
                .isEqualTo(at);
    }

    @Test
    void searches_are_told_that_a_field_is_not_there_yet_instead_of_search_only() {
        assertThat(QueryParser.parseSearch("tag:krise"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("field-not-supported"));
    }

    // Grammar.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "a b OR c NOT d             | a AND b OR c AND NOT d",
                "a AND b OR c AND d         | a AND b OR c AND d",
                "(a OR b) c                 | (a OR b) AND c",
                "a (b (c d)) e              | a AND b AND c AND d AND e",
                "a OR (b OR (c))            | a OR b OR c",
                "a NOT (b OR c)             | a AND NOT (b OR c)",
                "a NOT (NOT b)              | a AND b",
                "NOT (NOT a)                | a",
                "a AND NOT b                | a AND NOT b",
                "a -b                       | a AND NOT b",
                "a -(b c)                   | a AND NOT (b AND c)",
                "-b a                       | NOT b AND a",
                "a -lang:de                 | a AND NOT lang:de",
                "a lang:(de OR EN)          | a AND (lang:de OR lang:en)",
                "a lang:(de)                | a AND lang:de",
                "a language:de              | a AND lang:de",
                "a sourcetype:review        | a AND type:review",
                "a type:(Reply OR repost)   | a AND (type:reply OR type:repost)",
                "a source:App-Store.de_1    | a AND source:app-store.de_1",
                "a source:\"twitter\"       | a AND source:twitter",
                "a lang: de                 | a AND lang:de",
                "Straße ÜBER               | strasse AND ueber",
                "\"Straße\"                 | strasse",
                "wind-park                  | \"wind park\"",
                "S-Bahn*wort                | ",
                "bahn.de                    | bahn.de",
                "\"https://www.Bahn.de/x?y\"| www.bahn.de",
                "\"http://mein-shop.de/ ja\"| \"https://mein-shop.de/ ja\"",
                "\"http://mein-shop.de/\"   | \"https://mein-shop.de/\"",
                "www.bahn.de                | www.bahn.de",
                "Kündig*                    | kuendig*",
                "süß*                       | suess*",
                "#Bahn @DB_Bahn             | #bahn AND @db_bahn",
                "👍🏽 ❤️ #️⃣ *️⃣            | 👍 AND ❤ AND #⃣ AND *⃣",
                "a<<<x>>>b                  | a AND b",
                "<<< >>>a <<<\"(>>> b       | a AND b",
                "\"<<<a>>>\"                | a",
                "and or not                 | and AND or AND not",
                "a\"b c\"d                  | a AND \"b c\" AND d",
                "a\u00A0b\u2028c\u3000d     | a AND b AND c AND d",
                "\uFEFFa \u200Eb            | a AND b",
                "geht's 3,14                | geht's AND 3,14",
                "\"Kund:innen\"             | \"kund:innen\"",
                "新幹線                      | \"新 幹 線\"",
                "a OR -b                    | ",
            })
    void precedence_and_folding_show_in_the_normal_form(String query, String normalForm) {
        if (normalForm == null) {
            refused(query);
            return;
        }
        assertThat(normal(query)).isEqualTo(normalForm);
        assertThat(accepted(normalForm)).isEqualTo(accepted(query));
    }

    @Test
    void fields_are_leaves_of_their_own() {
        assertThat(accepted("a lang:DE source:twitter type:REVIEW"))
                .isEqualTo(and(word("a"), new Lang("de"), new Source("twitter"), new Type(SourceType.REVIEW)));
        assertThat(accepted("nord*")).isEqualTo(new Prefix("nord"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                // query          | code                      | offset | length | suggestion
                "''               | empty-query               | 0      | 0      | ",
                "'   '            | empty-query               | 0      | 3      | ",
                "<<<a>>>          | empty-query               | 0      | 7      | ",
                "a AND            | operand-expected          | 5      | 0      | a",
                "AND a            | operand-expected          | 0      | 3      | a",
                "a AND OR b       | operand-expected          | 6      | 2      | a AND b",
                "a OR             | operand-expected          | 4      | 0      | a",
                "a NOT            | operand-expected          | 5      | 0      | a",
                "a -              | operand-expected          | 3      | 0      | a",
                "(a OR )          | operand-expected          | 6      | 1      | (a )",
                "a ()             | empty-group               | 2      | 2      | a",
                "a (b             | group-not-closed          | 2      | 1      | a (b)",
                "a b)             | group-not-opened          | 3      | 1      | a b",
                "a \"b            | phrase-not-closed         | 2      | 2      | a \"b\"",
                "a <<<b           | comment-not-closed        | 2      | 4      | a <<<b >>>",
                "a \"...\"        | empty-phrase              | 2      | 5      | a",
                "a ... b          | nothing-to-find           | 2      | 3      | a b",
                "a NOT -b         | double-negation           | 6      | 1      | a b",
                "a --b            | double-negation           | 3      | 1      | a b",
                "a && b           | foreign-operator          | 2      | 2      | a AND b",
                "'a | b'          | foreign-operator          | 2      | 1      | a OR b",
                "a !b             | foreign-operator          | 2      | 1      | a NOT b",
                "a –b             | typographic-minus         | 2      | 1      | a -b",
                "„a b“            | typographic-quote         | 0      | 1      | \"a b\"",
                "a b~2            | sign-not-allowed          | 3      | 1      | a \"b~2\"",
                "a [b]            | sign-not-allowed          | 2      | 1      | a \"[b]\"",
                "a <3             | sign-not-allowed          | 2      | 1      | a \"<3\"",
                "https://bahn.de/x| colon-not-quoted          | 5      | 1      | \"https://bahn.de/x\"",
                "a (12:30)        | colon-not-quoted          | 5      | 1      | a (\"12:30\")",
                "a :b             | colon-not-quoted          | 2      | 1      | a \":b\"",
                "a sprache:de     | unknown-field             | 2      | 8      | a \"sprache:de\"",
                "a lang:deutsch   | unknown-value             | 7      | 7      | ",
                "a type:(x)       | unknown-value             | 8      | 1      | ",
                "a source:ä       | unknown-value             | 9      | 1      | ",
                "a lang:          | value-expected            | 7      | 0      | ",
                "a lang:(de -en)  | only-or-in-field          | 11     | 1      | ",
                "a lang:(de AND x)| only-or-in-field          | 11     | 3      | ",
                "a lang:((de))    | value-expected            | 8      | 1      | ",
                "a lang:d*        | wildcard-not-here         | 7      | 2      | ",
                "a #b-c           | tag-of-several-words      | 2      | 4      | a #b AND c",
                "a #abcd*         | wildcard-not-here         | 2      | 6      | ",
                "a *              | wildcard-too-early        | 2      | 1      | ",
                "a ab*            | wildcard-too-early        | 2      | 3      | ",
                "a äß*            | wildcard-too-early        | 2      | 3      | ",
                "a ..b*           | wildcard-too-early        | 2      | 4      | ",
                "a *abc           | wildcard-not-at-end       | 2      | 1      | ",
                "a abc*d          | wildcard-not-at-end       | 5      | 1      | ",
                "a abc**          | wildcard-not-at-end       | 5      | 1      | ",
                "a abc-def*       | wildcard-on-several-words | 2      | 8      | ",
                "a abcdefghijklmnopqrst*  | wildcard-too-late | 2      | 21     | ",
                "a äbcdefghijklmnopqrs*   | wildcard-too-late | 2      | 20     | ",
                "a wirklich?      | single-wildcard-not-supported | 10 | 1      | a \"wirklich?\"",
                "NEAR/3 a         | proximity-not-supported   | 0      | 6      | ",
                "a NEAR/3 b       | proximity-not-supported   | 2      | 6      | a AND b",
            })
    void what_breaks_the_grammar_is_refused_at_its_place(
            String query, String code, int offset, int length, String suggestion) {
        var refused = refused(query);
        assertThat(refused.code()).as(refused.message()).isEqualTo(code);
        assertThat(refused.offset()).as("offset").isEqualTo(offset);
        assertThat(refused.length()).as("length").isEqualTo(length);
        assertThat(refused.suggestion()).isEqualTo(suggestion);
        assertThat(refused.message()).isNotBlank().endsWith(".");
    }

    // What a watch must hold.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "-a                         | only-negative | -a",
                "NOT a NOT b                | only-negative | NOT a NOT b",
                "a OR NOT b                 | only-negative | NOT b",
                "a OR (b OR (-c -d))        | only-negative | (-c -d)",
                "NOT (a OR b)               | only-negative | NOT (a OR b)",
                "lang:de                    | no-word       | lang:de",
                "a OR lang:de               | no-word       | lang:de",
                "a OR lang:(de OR en) -b    | no-word       | lang:(de OR en) -b",
                "lang:de -a                 | no-word       | lang:de -a",
                "(a OR type:post) AND (b OR lang:de)| no-word | (a OR type:post) AND (b OR lang:de)",
            })
    void every_alternative_of_a_watch_needs_a_word(String query, String code, String at) {
        var refused = refused(query);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(query.substring(refused.offset(), refused.offset() + refused.length()))
                .isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lang:de AND #a",
                "a AND (b OR lang:de)",
                "a AND (b OR NOT c)",
                "a NOT (b NOT c)",
                "abc* lang:de",
                "(a lang:de) OR (@b type:post)",
                "NOT (NOT a OR b)"
            })
    void a_word_outside_of_the_alternatives_is_enough(String query) {
        accepted(query);
    }

    @Test
    void a_search_is_content_with_a_field() {
        assertThat(QueryParser.parseSearch("lang:de OR type:post")).isInstanceOf(Accepted.class);
        assertThat(QueryParser.parseSearch("-lang:de"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("only-negative"));
    }

    // Warnings.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "a AND b        | ''",
                "a NOT b -c     | ''",
                "a b            | juxtaposition",
                "a und b        | juxtaposition operator-as-word juxtaposition",
                "a - b          | minus-apart",
                "wind-park      | word-became-phrase",
                "\"#a b\"       | mark-in-phrase",
                "c++            | signs-ignored",
                "+nord*         | signs-ignored",
                "a, AND b!      | signs-ignored signs-ignored",
            })
    void what_may_surprise_is_warned_of(String query, String codes) {
        assertThat(String.join(" ", warnings(query))).isEqualTo(codes);
    }

    // Limits and hostile queries.

    @Test
    void the_limits_are_what_they_say() {
        accepted(words(1_024));
        assertThat(refused(words(1_025)).code()).isEqualTo("too-many-leaves");
        assertThat(refused(words(1_025)).offset()).isEqualTo(words(1_025).lastIndexOf('w'));
        accepted(nested(64));
        assertThat(refused(nested(65)).code()).isEqualTo("too-deep");
        assertThat(refused(nested(65)).offset()).isEqualTo(64);
        accepted(wildcards(50));
        assertThat(refused(wildcards(51)).code()).isEqualTo("too-many-wildcards");
        accepted("a" + " ".repeat(16_383));
        assertThat(refused("a" + " ".repeat(16_384)))
                .isEqualTo(new Refused(
                        "query-too-long",
                        "A query has at most 16,384 characters, this one has 16,385.",
                        16_384,
                        1,
                        null,
                        null));
    }

    private static String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> "w" + i).collect(Collectors.joining(" OR "));
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "a" + ")".repeat(depth);
    }

    private static String wildcards(int count) {
        return IntStream.range(0, count).mapToObj(i -> "word" + i + "*").collect(Collectors.joining(" OR "));
    }

    @TestFactory
    Stream<DynamicTest> hostile_queries_are_refused_at_once() {
        int full = QueryParser.LONGEST;
        parsesOften("a (b OR c) -d \"e f\" lang:de gh* abc*");
        return Stream.of(
                        "(".repeat(full),
                        "(a ".repeat(full / 3),
                        "-".repeat(full),
                        "NOT ".repeat(full / 4),
                        "-a ".repeat(full / 3),
                        "-(".repeat(full / 2),
                        "a OR ".repeat(full / 5),
                        "a ".repeat(full / 2),
                        "a* ".repeat(full / 3),
                        "*".repeat(full),
                        "abc*".repeat(full / 4),
                        "\"".repeat(full - 1),
                        "\"a\"".repeat(full / 3),
                        "a-".repeat(full / 2),
                        "\"" + "a ".repeat(full / 2 - 1) + "\"",
                        "<<<".repeat(full / 3),
                        "<<<>>>".repeat(full / 6),
                        ":".repeat(full),
                        "a:".repeat(full / 2),
                        "lang:".repeat(full / 5),
                        "lang:(de OR ".repeat(full / 12),
                        "a lang:(" + "de OR ".repeat(full / 6 - 2) + "de)",
                        "\u0301\u0323".repeat(full / 2),
                        "😡".repeat(full / 2),
                        "#".repeat(full),
                        "#a".repeat(full / 2),
                        "„".repeat(full),
                        "~".repeat(full),
                        "\uD800".repeat(full),
                        "a NEAR/5 ".repeat(full / 9),
                        "https://".repeat(full / 8),
                        "-a OR ".repeat(500) + "-a",
                        "(-a OR ".repeat(63) + "b" + ")".repeat(63))
                .map(query -> DynamicTest.dynamicTest(query.substring(0, Math.min(12, query.length())), () -> {
                    assertThat(QueryParser.parse(query)).isInstanceOf(Refused.class);
                    assertThat(fastest(query)).isLessThan(Duration.ofMillis(50));
                }));
    }

    /** Of three, for the machine has other things to do as well. */
    private static Duration fastest(String query) {
        return IntStream.range(0, 3)
                .mapToObj(_ -> {
                    long start = System.nanoTime();
                    QueryParser.parse(query);
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void parsesOften(String query) {
        for (int i = 0; i < 1_000; i++) {
            QueryParser.parse(query);
        }
    }

    @Test
    void every_string_is_accepted_or_refused_and_what_is_accepted_means_the_same_written_out() {
        var random = new Random(7);
        String[] pieces = {
            "a",
            "B",
            "ä",
            " ",
            " ",
            " ",
            "(",
            ")",
            "\"",
            "-",
            "AND",
            "OR",
            "NOT",
            " AND ",
            " OR ",
            " NOT ",
            "#",
            "@",
            "*",
            "?",
            ":",
            "lang:",
            "lang:de",
            "type:post",
            "source:x",
            "NEAR/3",
            "<<<",
            ">>>",
            "😡",
            "👍🏽",
            "wort",
            "straße",
            "https://",
            "www.a-b.de/x",
            ".",
            "'",
            "\uD800",
            "\u0301",
            "\u00AD",
            "א",
            "新",
            "İ",
            "ς",
            "1️⃣",
            "_",
            "„",
            "–"
        };
        int accepted = 0;
        for (int i = 0; i < 100_000; i++) {
            var query = IntStream.range(0, 1 + random.nextInt(9))
                    .mapToObj(_ -> pieces[random.nextInt(pieces.length)])
                    .collect(Collectors.joining());
            switch (QueryParser.parse(query)) {
                case Accepted first -> {
                    accepted++;
                    assertThat(QueryParser.parse(first.normalForm()))
                            .as(() -> query + " -> " + first.normalForm())
                            .isInstanceOfSatisfying(Accepted.class, again -> {
                                assertThat(again.query()).isEqualTo(first.query());
                                assertThat(again.normalForm()).isEqualTo(first.normalForm());
                            });
                }
                case Refused refused -> {
                    assertThat(refused.offset()).as(query).isBetween(0, query.length());
                    assertThat(refused.offset() + refused.length()).as(query).isLessThanOrEqualTo(query.length());
                    if (refused.suggestion() != null) {
                        assertThat(QueryParser.parse(refused.suggestion())).isInstanceOf(Accepted.class);
                    }
                }
            }
        }
        assertThat(accepted).isGreaterThan(10_000);
    }

    @Test
    void every_complaint_has_a_stable_code() {
        assertThat(Arrays.stream(Complaint.values()).map(Complaint::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
    }
}
