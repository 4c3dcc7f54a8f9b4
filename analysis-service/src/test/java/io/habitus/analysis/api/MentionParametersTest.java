package io.habitus.analysis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.habitus.analysis.index.MentionSearch.Order;
import io.habitus.analysis.index.MentionSearch.Position;
import io.habitus.contracts.Polarity.Pile;
import io.habitus.contracts.SourceType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class MentionParametersTest {

    private static MentionParameters given(String... namesAndValues) {
        var parameters = new LinkedMultiValueMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return MentionParameters.ofList(parameters);
    }

    @Test
    void nothing_given_is_the_newest_fifty() {
        assertThat(given().limit()).isEqualTo(50);
        assertThat(given().order()).isEqualTo(Order.NEWEST_FIRST);
        assertThat(given().after()).isEmpty();
        assertThat(given().asOf()).isEmpty();
        assertThat(given("source", "").search("default").source()).isEmpty();
    }

    @Test
    void times_are_instants_or_days_in_utc() {
        var search = given("startDate", "2015-01-01", "endDate", "2015-02-01T01:00:00+01:00")
                .search("default");

        assertThat(search.from()).contains(Instant.parse("2015-01-01T00:00:00Z"));
        assertThat(search.to()).contains(Instant.parse("2015-02-01T00:00:00Z"));
    }

    @Test
    void filters_are_read_in_any_case() {
        var search = given("source", "Twitter", "type", "Reply", "lang", "DE").search("default");

        assertThat(search.source()).contains("twitter");
        assertThat(search.type()).contains(SourceType.REPLY);
        assertThat(search.lang()).contains("de");
    }

    @Test
    void several_piles_may_be_asked_for_at_once() {
        assertThat(given("polarity", "Negative, unsure").search("default").polarity())
                .containsExactlyInAnyOrder(Pile.NEGATIVE, Pile.UNSURE);
        assertThat(given().search("default").polarity()).isEmpty();
    }

    @Test
    void a_cursor_leads_back_to_where_it_was_made() {
        var last = new Position(Instant.parse("2015-01-01T00:00:00.123Z"), "0123456789abcdef0123456789abcdef");
        var cursor = Cursor.of(Order.OLDEST_FIRST, last);

        assertThat(given("cursor", cursor, "orderDirection", "asc").after()).contains(last);
    }

    @Test
    void offsets_are_read_by_partition() {
        assertThat(given("asOf", "0:17,3:4").asOf()).isEqualTo(Map.of(0, 17L, 3, 4L));
    }

    @Test
    void what_is_not_understood_is_refused_with_what_was_expected() {
        refuses("startdate", "2015-01-01");
        refuses("startDate", "yesterday");
        refuses("limit", "0");
        refuses("limit", "201");
        refuses("limit", "many");
        refuses("orderDirection", "up");
        refuses("type", "tweet");
        refuses("polarity", "bad");
        refuses("polarity", "negative,");
        refuses("asOf", "17");
        refuses("cursor", "bm9uc2Vuc2U");
        refuses("cursor", "%%%");
        refuses("cursor", Cursor.of(Order.OLDEST_FIRST, new Position(Instant.EPOCH, "p")));
    }

    @Test
    void times_no_calendar_needs_are_refused() {
        for (var far :
                List.of("+300000000-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "1899-12-31", "3001-01-01")) {
            refuses("startDate", far);
            refuses("endDate", far);
        }
    }

    private static void refuses(String name, String value) {
        assertThatThrownBy(() -> {
                    var asked = given(name, value);
                    asked.search("default");
                    asked.order();
                    asked.limit();
                    asked.after();
                    asked.asOf();
                })
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(400);
                    assertThat(problem.getBody().getProperties())
                            .containsEntry("parameter", name)
                            .containsKey("expected");
                });
    }

    @Test
    void one_name_has_one_value() {
        assertThatThrownBy(() -> given("lang", "de", "lang", "en")).isInstanceOf(Problem.class);
    }
}
