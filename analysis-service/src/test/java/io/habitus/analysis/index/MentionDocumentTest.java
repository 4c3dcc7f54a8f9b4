package io.habitus.analysis.index;

import static io.habitus.analysis.index.SomeMentions.found;
import static io.habitus.analysis.index.SomeMentions.judged;
import static io.habitus.analysis.index.SomeMentions.lines;
import static io.habitus.analysis.index.SomeMentions.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.Polarity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MentionDocumentTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode[] parsed(byte[] lines) {
        var text = new String(lines, StandardCharsets.UTF_8);
        assertThat(text).endsWith("\n");
        return text.lines().map(JSON::readTree).toArray(JsonNode[]::new);
    }

    @Test
    void id_version_and_index_come_from_the_event_alone() {
        var action = parsed(lines(found("default", "p1", 7, "Die Bahn", "bahn")))[0];

        assertThat(action).isEqualTo(JSON.readTree("""
                {"index":{"_index":"mentions-2026-11","_id":"default/p1","version":7,"version_type":"external"}}"""));
    }

    @Test
    void a_mention_is_two_lines_with_its_tokens_and_itself() {
        var lines = parsed(lines(found("default", "p1", 7, "Späte #Bahn,\n@db_bahn!", "bahn", "zug")));

        assertThat(lines).hasSize(2);
        var document = lines[1];
        assertThat(document.path("tok").toString()).isEqualTo("[\"spaete bahn db_bahn\"]");
        assertThat(document.path("marks").toString()).contains("#bahn", "@db_bahn");
        assertThat(document.path("watches").toString()).isEqualTo("[\"bahn\",\"zug\"]");
        assertThat(document.path("withdrawn").asBoolean()).isFalse();
        assertThat(document.path("at").asLong()).isEqualTo(SomeMentions.AT.toEpochMilli());
        assertThat(document.at("/mention/text").asString()).isEqualTo("Späte #Bahn,\n@db_bahn!");
    }

    @Test
    void a_mention_lies_in_one_pile_and_an_old_one_in_none() {
        var mention = found("default", "p1", 7, "Die Bahn", "bahn");
        var sure = parsed(lines(judged(mention, new Polarity(Polarity.Label.NEGATIVE, .8, false, "m"))))[1];
        var unsure = parsed(lines(judged(mention, new Polarity(Polarity.Label.NEGATIVE, .4, true, "m"))))[1];

        assertThat(sure.path("polarity").asString()).isEqualTo("negative");
        assertThat(sure.path("language").asString()).isEqualTo("de");
        assertThat(unsure.path("polarity").asString()).isEqualTo("unsure");
        assertThat(parsed(lines(mention))[1].has("polarity")).isFalse();
    }

    @Test
    void an_event_written_over_several_lines_still_takes_one() {
        var event = found("default", "p1", 7, "Die Bahn", "bahn");
        var pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(JSON.readTree(SomeMentions.json(event)));

        assertThat(MentionDocument.lines(event, pretty)).isEqualTo(lines(event));
    }

    @Test
    void of_a_withdrawn_mention_nothing_is_left_but_that_it_was() {
        var document = parsed(lines(withdrawn("default", "p1", 8)))[1];

        assertThat(document).isEqualTo(JSON.readTree("""
                {"project":"default","postId":"p1","sequence":8,"at":1795348800000,"withdrawn":true}"""));
    }

    @Test
    void the_month_is_that_of_utc() {
        assertThat(MentionDocument.indexOf(Instant.parse("2015-01-31T23:59:59.999Z")))
                .isEqualTo("mentions-2015-01");
        assertThat(MentionDocument.indexOf(Instant.parse("2015-10-01T00:00:00Z")))
                .isEqualTo("mentions-2015-10");
    }
}
