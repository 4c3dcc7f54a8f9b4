package io.habitus.ingest.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.Engagement;
import io.habitus.contracts.Place;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.PostEvent.Measured;
import io.habitus.contracts.PostEvent.Published;
import io.habitus.contracts.PostEvent.Retracted;
import io.habitus.contracts.Rating;
import io.habitus.contracts.SourceType;
import io.habitus.ingest.InstallationKeyFiles;
import io.habitus.ingest.lines.Reading.Readable;
import io.habitus.ingest.lines.Reading.Unreadable;
import io.habitus.ingest.privacy.Pseudonyms;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:05:00.250Z");

    private final LineReaders readers = new LineReaders(InstallationKeyFiles.keys(), InstantSource.fixed(NOW));
    private final LineReader reader = readers.reader("default", null);
    private final Pseudonyms names = InstallationKeyFiles.keys().names();

    // The whole.

    @Test
    void a_line_with_every_field_becomes_a_post_with_every_field() {
        Published post = published("""
                {"id":"601","source":"Twitter","created_at":"2026-11-22T14:00:00+01:00","text":"Der Zug \u0001ist spät",
                 "operation":"update","revision":7,"type":"reply","lang":"de-AT","title":" Späte\\nBahn ",
                 "url":"https://Forum.Example.de:443/t/1?x=y","author":{"id":9,"handle":"@jürgen","name":"J","followers":120},
                 "thread":"t","parent":"p","repost_of":"r","quote_of":"q","rating":{"value":2,"max":5},
                 "place":{"country":"de","region":"Niedersachsen","city":"Hannover"},
                 "likes":1,"replies":2,"reposts":3,"views":4}""");

        assertThat(post)
                .usingRecursiveComparison()
                .ignoringFields("origin")
                .isEqualTo(new Published(
                        names.post("default", "twitter", "601"),
                        "default",
                        "twitter",
                        SourceType.REPLY,
                        7,
                        true,
                        Instant.parse("2026-11-22T13:00:00Z"),
                        false,
                        "de",
                        "forum.example.de",
                        "Späte Bahn",
                        "Der Zug ist spät",
                        names.author("twitter", "9"),
                        120L,
                        names.post("default", "twitter", "t"),
                        names.post("default", "twitter", "p"),
                        names.post("default", "twitter", "r"),
                        names.post("default", "twitter", "q"),
                        new Rating(2, 5),
                        new Place("DE", "Niedersachsen", "Hannover"),
                        new Engagement(1L, 2L, 3L, 4L),
                        null));
        assertThat(post.origin()).isNotBlank();
    }

    @Test
    void the_least_a_post_says_is_id_source_and_text() {
        Published post = published("{\"id\":\"1\",\"source\":\"s\",\"text\":\"\"}");
        assertThat(post.at()).isEqualTo(NOW);
        assertThat(post.timeDoubted()).isTrue();
        assertThat(post.type()).isEqualTo(SourceType.POST);
        assertThat(post.text()).isEmpty();
        assertThat(post.revision()).isZero();
        assertThat(post.edit()).isFalse();
        assertThat(post.author()).isNull();
        assertThat(post.engagement()).isNull();
        assertThat(post.place()).isNull();
    }

    @Test
    void a_handle_is_the_same_author_in_capitals_and_with_its_sign() {
        String line = "{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"author\":{\"handle\":\"%s\"}}";
        assertThat(published(line.formatted("@DB_Bahn")).author())
                .isEqualTo(published(line.formatted("db_bahn")).author())
                .isEqualTo(names.author("s", AuthorId.of(null, "@Db_bahn")));
    }

    @Test
    void null_is_as_good_as_absent() {
        Published post = published(
                "{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"created_at\":null,\"author\":null,\"likes\":null,\"place\":{\"city\":null},\"unknown\":null}");
        assertThat(post.timeDoubted()).isTrue();
        assertThat(post.place()).isNull();
    }

    // Which post: id, source, operation.

    @Test
    void a_number_and_a_string_are_the_same_id() {
        assertThat(published("{\"id\":601724372873805825,\"source\":\"s\",\"text\":\"x\"}")
                        .postId())
                .isEqualTo(published("{\"id\":\" 601724372873805825 \",\"source\":\"s\",\"text\":\"x\"}")
                        .postId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'source':'s','text':'x'} | id is missing",
                "{'id':'','source':'s','text':'x'} | id is missing",
                "{'id':null,'source':'s','text':'x'} | id is missing",
                "{'id':1.5,'source':'s','text':'x'} | id must be a string or a whole number",
                "{'id':6e17,'source':'s','text':'x'} | id must be a string or a whole number",
                "{'id':true,'source':'s','text':'x'} | id must be a string or a whole number",
                "{'id':['a'],'source':'s','text':'x'} | id must be a string or a whole number",
                "{'id':'a\\u0000b','source':'s','text':'x'} | id must not contain control characters or half a surrogate pair",
                "{'id':'a\\ud800','source':'s','text':'x'} | id must not contain control characters or half a surrogate pair",
                "{'id':'1','text':'x'} | source is missing",
                "{'id':'1','source':'a b','text':'x'} | source must be 1 to 64 of the characters a-z 0-9 . _ -",
                "{'id':'1','source':7,'text':'x'} | source must be a string",
                "{'id':'1','id':'2','source':'s','text':'x'} | id appears twice",
                "{'id':'1','source':'s','operation':'upsert','text':'x'} | operation must be create, update, delete or measure",
                "{'id':'1','source':'s','operation':1,'text':'x'} | operation must be a string",
                "[1,2] | the line must be a JSON object",
                "42 | the line must be a JSON object",
                "'text' | the line must be a JSON object",
                "null | the line must be a JSON object",
                "{'id':'1','source':'s','text':'x'} {} | the line must hold one JSON object and nothing after it",
            })
    void what_does_not_say_which_post_is_meant_is_refused(String line, String reason) {
        assertThat(refusal(line.replace('\'', '"'))).isEqualTo(reason);
    }

    @Test
    void an_id_may_have_512_characters_and_not_one_more() {
        assertThat(published("{\"id\":\"" + "i".repeat(512) + "\",\"source\":\"s\",\"text\":\"x\"}"))
                .isNotNull();
        assertThat(refusal("{\"id\":\"" + "i".repeat(513) + "\",\"source\":\"s\",\"text\":\"x\"}"))
                .isEqualTo("id is longer than 512 characters");
    }

    @Test
    void a_line_without_source_has_the_source_of_the_request() {
        Reading reading = read(readers.reader("default", "forum"), "{\"id\":\"1\",\"text\":\"x\"}");
        assertThat(reading.source()).isEqualTo("forum");
        assertThat(((Readable) reading).postId()).isEqualTo(names.post("default", "forum", "1"));
    }

    @Test
    void a_refused_line_counts_under_its_own_source_if_that_can_be_read() {
        assertThat(read(reader, "{\"source\":\"s\",\"id\":1,").source()).isEqualTo("s");
        assertThat(read(reader, "{\"id\":1,").source()).isEqualTo("unknown");
        assertThat(read(readers.reader("default", "forum"), "nonsense").source())
                .isEqualTo("forum");
    }

    // Deletions and measurements need little, and what they do not need cannot stop them.

    @Test
    void a_deletion_needs_id_and_source_only() {
        var expected = new Retracted(names.post("default", "s", "1"), "s");
        assertThat(event("{\"operation\":\"delete\",\"id\":1,\"source\":\"s\"}"))
                .isEqualTo(expected);
        assertThat(
                        event(
                                "{\"operation\":\"delete\",\"id\":1,\"source\":\"s\",\"created_at\":\"1970-01-01T00:00:00Z\",\"text\":5,\"likes\":-1}"))
                .isEqualTo(expected);
    }

    @Test
    void a_measurement_says_how_often_at_the_time_of_its_arrival() {
        assertThat(
                        event(
                                "{\"id\":1,\"source\":\"s\",\"likes\":10,\"reposts\":3.0,\"operation\":\"measure\",\"text\":5}"))
                .isEqualTo(
                        new Measured(names.post("default", "s", "1"), "s", new Engagement(10L, null, 3L, null), NOW));
    }

    @Test
    void a_measurement_without_a_figure_is_refused() {
        assertThat(refusal("{\"operation\":\"measure\",\"id\":1,\"source\":\"s\"}"))
                .isEqualTo("likes, replies, reposts and views are all missing");
    }

    // What it says.

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`'x':1` | text is missing",
                "`'text':5` | text must be a string",
                "`'text':['x']` | text must be a string",
                "`'text':'x','text':'y'` | text appears twice",
                "`'text':'x','title':{}` | title must be a string",
                "`'text':'x','revision':-1` | revision must be a whole number from 0 to 9223372036854775807",
                "`'text':'x','revision':'7'` | revision must be a whole number from 0 to 9223372036854775807",
                "`'text':'x','revision':9223372036854775808` | revision must be a whole number from 0 to 9223372036854775807",
                "`'text':'x','likes':-1` | likes must be a whole number from 0 to 1000000000000000",
                "`'text':'x','likes':1.5` | likes must be a whole number from 0 to 1000000000000000",
                "`'text':'x','views':1e400` | views must be a whole number from 0 to 1000000000000000",
                "`'text':'x','replies':true` | replies must be a whole number from 0 to 1000000000000000",
                "`'text':'x','reposts':[1]` | reposts must be a whole number from 0 to 1000000000000000",
                "`'text':'x','type':'tweet'` | type must be post, comment, review, reply or repost",
                "`'text':'x','lang':1` | lang must be a string",
                "`'text':'x','url':1` | url must be a string",
                "`'text':'x','author':'Jürgen'` | author must be an object",
                "`'text':'x','author':{},'author':{}` | author appears twice",
                "`'text':'x','author':{'id':{}}` | author.id must be a string or a whole number",
                "`'text':'x','author':{'handle':1}` | author.handle must be a string",
                "`'text':'x','author':{'followers':'many'}` | author.followers must be a whole number from 0 to 1000000000000000",
                "`'text':'x','parent':1.5` | parent must be a string or a whole number",
                "`'text':'x','rating':5` | rating must be an object",
                "`'text':'x','rating':{'value':5}` | rating must have a max above 0 and a value from 0 to max",
                "`'text':'x','rating':{'value':6,'max':5}` | rating must have a max above 0 and a value from 0 to max",
                "`'text':'x','rating':{'value':'5','max':5}` | rating.value must be a number",
                "`'text':'x','rating':{'value':1e400,'max':5}` | rating.value must be a number",
                "`'text':'x','place':'Hannover'` | place must be an object",
                "`'text':'x','place':{'city':1}` | place.city must be a string",
            })
    void a_field_that_is_wrong_is_named(String fields, String reason) {
        assertThat(refusal("{\"id\":1,\"source\":\"s\"," + fields.replace('\'', '"') + "}"))
                .isEqualTo(reason);
    }

    @Test
    void a_text_may_have_100_000_characters_and_a_million_is_refused() {
        assertThat(published("{\"id\":1,\"source\":\"s\",\"text\":\"" + "ä".repeat(100_000) + "\"}")
                        .text())
                .hasSize(100_000);
        assertThat(refusal("{\"id\":1,\"source\":\"s\",\"text\":\"" + "x".repeat(1_000_000) + "\"}"))
                .isEqualTo("text is longer than 100,000 characters");
    }

    @Test
    void a_line_longer_than_a_mebibyte_is_refused() {
        assertThat(refusal("{\"id\":1,\"source\":\"s\",\"text\":\"" + "x".repeat(10_000_000) + "\"}"))
                .isEqualTo("the line is longer than 1,048,576 bytes");
    }

    @Test
    void text_is_cleaned_whether_escaped_or_raw() {
        assertThat(published(
                                "{\"id\":1,\"source\":\"s\",\"text\":\"a\\u0000b\\u0007\\u202ec\\ud800d\\ud83d\\ude00e\\r\\nf\"}")
                        .text())
                .isEqualTo("abc\ufffdd😀e\nf");
        assertThat(published("{\"id\":1,\"source\":\"s\",\"text\":\"a\u0001b\tc\u0000d\"}")
                        .text())
                .isEqualTo("ab\tcd");
    }

    @Test
    void html_and_script_are_text() {
        String html = "<script>alert(1)</script><b onclick='x'>&amp;</b>";
        assertThat(published("{\"id\":1,\"source\":\"s\",\"text\":\"" + html + "\",\"title\":\"<i>\"}"))
                .satisfies(post -> assertThat(post.text()).isEqualTo(html))
                .satisfies(post -> assertThat(post.title()).isEqualTo("<i>"));
    }

    // When.

    @ParameterizedTest
    @CsvSource({
        "2015-05-22T12:20:44.648Z, 2015-05-22T12:20:44.648Z",
        "2015-02-16T23:43:00.000-08:00, 2015-02-17T07:43:00Z",
        "2015-02-16T23:43:00-0800, 2015-02-17T07:43:00Z",
        "2015-02-16T23:43-08, 2015-02-17T07:43:00Z",
        "2015-02-16 23:43:00+00:00, 2015-02-16T23:43:00Z",
        "2015-02-16t23:43:00z, 2015-02-16T23:43:00Z",
        "2015-02-16T23:43:00.123456789Z, 2015-02-16T23:43:00.123Z",
        "1990-01-01T00:00:00Z, 1990-01-01T00:00:00Z",
        "2026-11-23T14:05:00.250Z, 2026-11-23T14:05:00.250Z"
    })
    void a_time_in_iso_8601_is_read_to_the_millisecond(String stated, Instant expected) {
        Published post = published("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"created_at\":\"" + stated + "\"}");
        assertThat(post.at()).isEqualTo(expected);
        assertThat(post.timeDoubted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, created_at is before 1990",
        "1989-12-31T23:59:59.999Z, created_at is before 1990",
        "2026-11-23T14:05:00.251Z, created_at is more than 24 hours ahead",
        "2099-01-01T00:00:00Z, created_at is more than 24 hours ahead",
        "+99999-01-01T00:00:00Z, created_at is more than 24 hours ahead"
    })
    void a_time_that_cannot_be_is_refused(String stated, String reason) {
        assertThat(refusal("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"created_at\":\"" + stated + "\"}"))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2015-05-22",
                "2015-05-22T12:20:44",
                "2015-13-01T00:00:00Z",
                "2015-02-30T00:00:00Z",
                "1432297244",
                "22.05.2015 12:20",
                "Fri May 22 12:20:44 +0000 2015"
            })
    void a_time_in_another_form_or_without_a_zone_is_refused_with_an_example(String stated) {
        assertThat(refusal("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"created_at\":\"" + stated + "\"}"))
                .isEqualTo("created_at must be a time in ISO 8601 with a time zone, for example 2026-11-22T14:05:00Z");
    }

    // What can be left out without losing the post.

    @ParameterizedTest
    @CsvSource({
        "de,de",
        "DE,de",
        "de-DE,de",
        "de_at,de",
        "gsw,gsw",
        "und,",
        "zxx,",
        "x,",
        "german,",
        "'12',",
        "d3,",
        "'',"
    })
    void a_language_is_its_primary_subtag_or_nothing(String stated, String expected) {
        assertThat(published("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"lang\":\"" + stated + "\"}")
                        .lang())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.Example.de/a?b=c, www.example.de",
        "HTTP://example.de:8080, example.de",
        "https://müller.example/x, müller.example",
        "javascript:alert(1),",
        "data:text/html;x,",
        "ftp://example.de/x,",
        "https://user:pw@example.de/,",
        "https://,",
        "'https://exa mple.de/',",
        "//example.de/x,"
    })
    void a_site_is_the_host_of_a_web_address(String url, String site) {
        assertThat(published("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"url\":\"" + url + "\"}")
                        .site())
                .isEqualTo(site);
    }

    @Test
    void what_was_left_out_is_counted_by_name() {
        Readable line = readable(
                "{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"brand\":\"B\",\"author\":{\"verified\":true},\"deep\":{\"a\":[{}]},\"lang\":\"klingon\",\"place\":{\"country\":\"Germany\"},\"url\":\"javascript:x\"}");
        assertThat(line.keptOut().unknown()).containsExactly("brand", "author.verified", "deep");
        assertThat(line.keptOut().ignored()).containsExactlyInAnyOrder("lang", "place.country", "url");
    }

    @Test
    void a_line_made_of_unknown_fields_is_not_remembered_in_full() {
        var line = new StringBuilder("{\"id\":1,\"source\":\"s\",\"text\":\"x\"");
        for (int i = 0; i < 5_000; i++) {
            line.append(",\"unknown").append("x".repeat(150)).append(i).append("\":0");
        }
        assertThat(readable(line.append('}').toString()).keptOut().unknown())
                .hasSize(50)
                .endsWith("(others)")
                .allSatisfy(name -> assertThat(name).hasSizeLessThan(110));
    }

    @Test
    void the_type_follows_from_what_the_post_refers_to() {
        assertThat(published("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"repost_of\":2,\"parent\":3}")
                        .type())
                .isEqualTo(SourceType.REPOST);
        assertThat(published("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"parent\":3}")
                        .type())
                .isEqualTo(SourceType.REPLY);
        assertThat(published("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"rating\":{\"value\":1,\"max\":5}}")
                        .type())
                .isEqualTo(SourceType.REVIEW);
        assertThat(published("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"parent\":3,\"type\":\"comment\"}")
                        .type())
                .isEqualTo(SourceType.COMMENT);
    }

    @Test
    void an_author_without_an_id_is_known_by_the_handle() {
        assertThat(published("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"author\":{\"handle\":\"@jürgen\"}}")
                        .author())
                .isEqualTo(names.author("s", "jürgen"));
        assertThat(published("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"author\":{\"name\":\"Jürgen\"}}")
                        .author())
                .isNull();
    }

    // Broken bytes.

    @Test
    void broken_json_is_refused_with_the_place() {
        assertThat(refusal("{\"id\":1,\"source\":\"s\",\"text\":\"x\"")).startsWith("not JSON at byte ");
        assertThat(refusal("{\"id\":1,}")).startsWith("not JSON at byte 9");
        assertThat(refusal("{'id':1}")).startsWith("not JSON at byte 2");
        assertThat(refusal("id;source;text")).startsWith("not JSON at byte ");
        assertThat(refusal("{\"id\":NaN}")).startsWith("not JSON at byte ");
        assertThat(refusal("{\"id\":1,\"likes\":-Infinity}")).startsWith("not JSON at byte ");
        assertThat(refusal("{\"id\":01}")).startsWith("not JSON at byte ");
        assertThat(refusal("{\"text\":\"\\x\"}")).startsWith("not JSON at byte ");
        assertThat(refusal("{\"id\":" + "1".repeat(5_000) + "}")).startsWith("not JSON");
    }

    @Test
    void deep_nesting_is_refused() {
        assertThat(refusal("{\"x\":" + "[".repeat(100_000))).contains("nested too deeply");
        assertThat(refusal("{\"x\":" + "{\"x\":".repeat(1_000) + "1" + "}".repeat(1_001)))
                .contains("nested too deeply");
    }

    @Test
    void reasons_do_not_speak_of_classes() {
        assertThat(refusal("{\"x\":" + "[".repeat(100_000)))
                .doesNotContain("Stream")
                .doesNotContain("Jackson");
        assertThat(refusal("{\"id\":1,\"source\"")).doesNotContain("Source:").doesNotContain("\n");
    }

    @Test
    void another_encoding_is_refused_with_a_hint() {
        String line = "{\"id\":1,\"source\":\"s\",\"text\":\"spät\"}";
        assertThat(refusal(line.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("not UTF-8: byte 32 is 0xE4, as in Windows-1252 or Latin-1");
        assertThat(refusal(line.getBytes(Charset.forName("windows-1252")))).startsWith("not UTF-8: byte 32");
        assertThat(refusal(line.getBytes(StandardCharsets.UTF_16))).isEqualTo("not UTF-8, it looks like UTF-16");
        assertThat(refusal(line.getBytes(StandardCharsets.UTF_16LE))).isEqualTo("not UTF-8, it looks like UTF-16");
        assertThat(refusal("{\"text\":\"\u00ed\u00a0\u0080\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith("not UTF-8: byte 10 is 0xED");
    }

    // Saying it twice.

    @Test
    void a_creation_and_a_numbered_revision_can_be_repeated_and_nothing_else() {
        assertThat(readable("{\"id\":1,\"source\":\"s\",\"text\":\"x\"}").repeatable())
                .isTrue();
        assertThat(readable("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"operation\":\"update\",\"revision\":2}")
                        .repeatable())
                .isTrue();
        assertThat(readable("{\"id\":1,\"source\":\"s\",\"text\":\"x\",\"operation\":\"update\"}")
                        .repeatable())
                .isFalse();
        assertThat(readable("{\"id\":1,\"source\":\"s\",\"operation\":\"delete\"}")
                        .repeatable())
                .isFalse();
        assertThat(readable("{\"id\":1,\"source\":\"s\",\"likes\":1,\"operation\":\"measure\"}")
                        .repeatable())
                .isFalse();
    }

    @Test
    void equal_lines_have_equal_digests() {
        String line = "{\"id\":1,\"source\":\"s\",\"text\":\"x\"}";
        assertThat(readable(line).digest()).isEqualTo(readable(line).digest());
        assertThat(readable(line).digest())
                .isNotEqualTo(readable(line.replace("x\"}", "y\"}")).digest());
    }

    private Published published(String line) {
        return (Published) event(line);
    }

    private PostEvent event(String line) {
        return readable(line).event();
    }

    private Readable readable(String line) {
        Reading reading = read(reader, line);
        assertThat(reading).isInstanceOf(Readable.class);
        return (Readable) reading;
    }

    private String refusal(String line) {
        return refusal(line.getBytes(StandardCharsets.UTF_8));
    }

    private String refusal(byte[] line) {
        Reading reading = reader.read(line, 0, line.length);
        assertThat(reading).isInstanceOf(Unreadable.class);
        return ((Unreadable) reading).reason();
    }

    private static Reading read(LineReader reader, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return reader.read(bytes, 0, bytes.length);
    }
}
