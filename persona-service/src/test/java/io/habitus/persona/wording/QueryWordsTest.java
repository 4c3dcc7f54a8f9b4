package io.habitus.persona.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryWordsTest {

    @Test
    void the_words_of_a_query_are_folded_as_those_of_posts_are() {
        assertThat(QueryWords.of("(Südwind OR \"Zu SPÄT\") NOT #anzeige -@db_bahn 😡")
                        .words())
                .containsExactlyInAnyOrder("suedwind", "zu", "spaet", "anzeige", "db_bahn", "😡");
    }

    @Test
    void what_a_wildcard_stands_for_is_known_by_its_beginning() {
        var words = QueryWords.of("verspät* OR bahn");

        assertThat(words.beginnings()).containsExactly("verspaet");
        assertThat(words.words()).containsExactly("bahn");
    }

    @Test
    void fields_operators_and_comments_are_no_words() {
        var words =
                QueryWords.of("bahn AND type:review lang:(de OR en) <<<only \"these\">>> source: \"ein Forum\" zug");

        assertThat(words.words()).containsExactlyInAnyOrder("bahn", "zug");
    }

    @Test
    void whatever_it_holds_it_is_read_to_the_end() {
        assertThat(QueryWords.of("bahn \"offen").words()).contains("bahn");
        assertThat(QueryWords.of("lang:").words()).isEmpty();
        assertThat(QueryWords.of("<<< bahn").words()).isEmpty();
        assertThat(QueryWords.of("* : ( \"").words()).isEmpty();
    }
}
