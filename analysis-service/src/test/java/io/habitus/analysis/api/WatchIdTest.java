package io.habitus.analysis.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WatchIdTest {

    @Test
    void an_id_is_made_of_the_words_of_a_name() {
        assertThat(WatchId.from("Deutsche Bahn")).isEqualTo("deutsche-bahn");
        assertThat(WatchId.from("  Späte Züge & Größe!")).isEqualTo("spaete-zuege-groesse");
        assertThat(WatchId.from("Café Zoë")).isEqualTo("cafe-zoe");
    }

    @Test
    void a_name_without_such_letters_still_has_an_id() {
        assertThat(WatchId.from("🚆")).isEqualTo("watch");
    }

    @Test
    void an_id_is_never_too_long_and_never_ends_in_a_hyphen() {
        assertThat(WatchId.from("x".repeat(63) + " " + "y".repeat(99))).isEqualTo("x".repeat(63));
        assertThat(WatchId.isOne(WatchId.from("ab ".repeat(99)))).isTrue();
    }

    @Test
    void what_is_no_id_is_told_apart() {
        assertThat(WatchId.isOne("bahn-2")).isTrue();
        assertThat(WatchId.isOne("Bahn")).isFalse();
        assertThat(WatchId.isOne("-bahn")).isFalse();
        assertThat(WatchId.isOne("a/b")).isFalse();
        assertThat(WatchId.isOne("")).isFalse();
    }
}
