package io.habitus.gateway.administration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "Mobilität, mobilitaet",
        "Große Bahn & Bus, grosse-bahn-bus",
        "  Café  , cafe",
        "ÖPNV, oepnv",
        "A--B, a-b",
        "日本, ''"
    })
    void an_id_is_like_its_name(String name, String id) {
        assertThat(Names.idFrom(name)).isEqualTo(id);
    }

    @Test
    void an_id_from_a_long_name_is_still_an_id() {
        assertThat(Names.idFrom("a ".repeat(100))).hasSizeLessThanOrEqualTo(64).matches(Names::isId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a b", "a/b", "a.b", "ä"})
    void what_is_no_id(String id) {
        assertThat(Names.isId(id)).isFalse();
    }

    @Test
    void names_have_something_in_them_and_nothing_strange() {
        assertThat(Names.errorOf("name", "Mobilität 🚋")).isEmpty();
        assertThat(Names.errorOf("name", null)).isPresent();
        assertThat(Names.errorOf("name", " ")).isPresent();
        assertThat(Names.errorOf("name", "a\u0000b")).isPresent();
        assertThat(Names.errorOf("name", "a".repeat(101))).isPresent();
    }
}
