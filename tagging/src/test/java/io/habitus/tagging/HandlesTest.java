package io.habitus.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.tagging.Handles.Handle;
import org.junit.jupiter.api.Test;

class HandlesTest {

    @Test
    void handles_are_found_where_they_stand() {
        assertThat(Handles.in("an @jane_doe, ＠joe.bsky.social"))
                .containsExactly(new Handle(3, 12, "jane_doe"), new Handle(14, 30, "joe.bsky.social"));
    }

    @Test
    void every_one_is_masked_and_the_address_of_a_mail_as_well() {
        assertThat(Handles.masked("@jane, jane@mail.example und @jane@social.example. @"))
                .isEqualTo("@…, jane@… und @…. @");
    }

    @Test
    void where_there_is_no_text_there_is_no_mask() {
        assertThat(Handles.masked(null)).isNull();
    }
}
