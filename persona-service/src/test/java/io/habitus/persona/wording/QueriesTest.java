package io.habitus.persona.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueriesTest {

    @Test
    void the_words_of_a_query_are_folded_as_those_of_posts_are() {
        assertThat(Queries.wordsIn("(Südwind OR \"Zu SPÄT\") NOT #anzeige lang:de tramlin*"))
                .contains("suedwind", "zu", "spaet", "anzeige", "tramlin");
    }
}
