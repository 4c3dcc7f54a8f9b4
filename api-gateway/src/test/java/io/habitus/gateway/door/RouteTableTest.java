package io.habitus.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.habitus.gateway.door.RouteTable.Found;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class RouteTableTest {

    private static final Route WATCHES = route(GET, "/api/v1/projects/{p}/watches");
    private static final Route WATCH = route(GET, "/api/v1/projects/{p}/watches/{id}");
    private static final Route PUT_WATCH = route(PUT, "/api/v1/projects/{p}/watches/{id}");
    private static final Route VALIDATE = route(POST, "/api/v1/projects/{p}/watches/validate");
    private static final Route COUNT = route(GET, "/api/v1/projects/{p}/mentions/count");
    private static final Route MENTION = route(GET, "/api/v1/projects/{p}/mentions/{id}");

    private final RouteTable table = new RouteTable(List.of(MENTION, WATCH, WATCHES, PUT_WATCH, VALIDATE, COUNT));

    private static Route route(HttpMethod method, String path) {
        return new Route(method, path, new Access.Keyed(), new Payload.None(), null);
    }

    @Test
    void a_path_leads_to_its_route_with_its_variables() {
        assertThat(table.find(GET, "/api/v1/projects/acme/watches/bahn"))
                .isEqualTo(new Found.Way(WATCH, Map.of("p", "acme", "id", "bahn")));
    }

    @Test
    void a_literal_segment_goes_before_a_variable_one() {
        assertThat(table.find(GET, "/api/v1/projects/acme/mentions/count"))
                .isEqualTo(new Found.Way(COUNT, Map.of("p", "acme")));
        assertThat(table.find(POST, "/api/v1/projects/acme/watches/validate"))
                .isEqualTo(new Found.Way(VALIDATE, Map.of("p", "acme")));
    }

    @Test
    void a_literal_segment_hides_a_variable_one_for_its_own_method_only() {
        assertThat(table.find(GET, "/api/v1/projects/acme/watches/validate"))
                .isEqualTo(new Found.Way(WATCH, Map.of("p", "acme", "id", "validate")));
    }

    @Test
    void head_goes_where_get_goes() {
        assertThat(table.find(HEAD, "/api/v1/projects/acme/watches")).isInstanceOf(Found.Way.class);
    }

    @Test
    void another_method_is_told_which_there_are() {
        assertThat(table.find(DELETE, "/api/v1/projects/acme/watches/bahn"))
                .isEqualTo(new Found.OtherMethods(List.of("GET", "PUT")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/projects",
                "/api/v1/projects/acme/watches/",
                "/api/v1/projects//watches",
                "/api/v1/projects/acme/../foreign/watches",
                "/api/v1/projects/acme/./watches",
                "/api/v1/projects/acme%2Fwatches",
                "/api/v1/projects/%2e%2e/watches",
                "/api/v1/projects/acme/watches;x=1",
                "/api/v1/projects/acme;x=1/watches",
                "/API/v1/projects/acme/watches",
                "//api/v1/projects/acme/watches",
                "/api/v1/projects/..hidden/watches",
                "/api/v1/projects/acme\\watches",
                "/api/v1/projects/acme/watches\n"
            })
    void what_could_be_read_in_two_ways_leads_nowhere(String path) {
        assertThat(table.find(GET, path)).isEqualTo(new Found.Nothing());
    }
}
