package io.habitus.persona.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryWordsTest {

    @Test
    void the_words_of_a_query_are_folded_as_those_of_posts_are() {
        assertThat(QueryWords.of("(Südwind OR \"Zu SPÄT\") NOT #anzeige -@db_bahn 😡")
                        .named()
                        .words())
                .containsExactlyInAnyOrder("suedwind", "zu", "spaet", "anzeige", "db_bahn", "😡");
    }

    @Test
    void what_a_wildcard_stands_for_is_known_by_its_beginning() {
        var words = QueryWords.of("verspät* OR bahn").named();

        assertThat(words.beginnings()).containsExactly("verspaet");
        assertThat(words.words()).containsExactly("bahn");
    }

    @Test
    void fields_operators_and_comments_are_no_words() {
        var words = QueryWords.of("bahn AND type:review lang:(de OR en) <<<only \"these\">>> source: \"ein Forum\" zug")
                .named();

        assertThat(words.words()).containsExactlyInAnyOrder("bahn", "zug");
    }

    @Test
    void whatever_it_holds_it_is_read_to_the_end() {
        assertThat(QueryWords.of("bahn \"offen").named().words()).contains("bahn");
        assertThat(QueryWords.of("lang:").named().words()).isEmpty();
        assertThat(QueryWords.of("<<< bahn").named().words()).isEmpty();
        assertThat(QueryWords.of("* : ( \"").named().words()).isEmpty();
    }

    @Test
    void what_a_query_does_not_want_is_told_from_what_it_wants() {
        var words =
                QueryWords.of("(bahn OR zug*) NOT (werbung OR \"zu (gewinnen\") -#anzeige -lang:en NOT alt* tram -(a)");

        assertThat(words.wanted().words()).containsExactlyInAnyOrder("bahn", "tram");
        assertThat(words.wanted().beginnings()).containsExactly("zug");
        assertThat(words.named().words()).contains("werbung", "gewinnen", "anzeige", "a");
    }

    @Test
    void queries_that_want_the_same_are_of_one_watch() {
        var bahn = QueryWords.of("bahn OR zug*");

        var besides = bahn.besides(List.of(
                bahn,
                QueryWords.of("zuglaerm AND spät"),
                QueryWords.of("zugver* teuer"),
                QueryWords.of("tram -werbung"),
                QueryWords.of("flug*")));

        assertThat(besides.words()).containsExactly("tram");
        assertThat(besides.beginnings()).containsExactly("flug");
    }
}
