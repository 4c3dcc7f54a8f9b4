package io.habitus.analysis.mentions;

import static io.habitus.analysis.mentions.APost.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.analysis.mentions.KnownPost.Standing;
import io.habitus.analysis.mentions.Screening.Verdict;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private static final Digest DIGEST = new Digest();

    private final Revisions revisions = new Revisions();

    private static KnownPost knowing(APost... posts) {
        var known = KnownPost.UNKNOWN;
        for (var post : posts) {
            known = known.accepting(post.published(), DIGEST.of(post.published()), APost.AT);
        }
        return known;
    }

    private Verdict verdictOn(APost post, KnownPost known) {
        return revisions.screen(known, post.published(), DIGEST.of(post.published()));
    }

    @Test
    void the_first_text_is_fresh() {
        assertThat(verdictOn(post("p"), KnownPost.UNKNOWN)).isEqualTo(Verdict.FRESH);
    }

    @Test
    void under_an_explicit_revision_another_text_is_an_edit() {
        var known = knowing(post("p").revision(2));
        assertThat(verdictOn(post("p").revision(2).saying("else"), known)).isEqualTo(Verdict.EDITED);
    }

    @Test
    void under_an_explicit_revision_the_order_of_arrival_decides_even_between_texts_heard_before() {
        var known = knowing(
                post("p").revision(2).saying("one"), post("p").revision(2).saying("two"));
        assertThat(verdictOn(post("p").revision(2).saying("one"), known)).isEqualTo(Verdict.EDITED);
    }

    @Test
    void the_last_eight_texts_are_remembered() {
        var known = KnownPost.UNKNOWN;
        for (var i = 0; i < 9; i++) {
            known = known.accepting(
                    post("p").saying("text " + i).published(),
                    DIGEST.of(post("p").saying("text " + i).published()),
                    APost.AT);
        }
        assertThat(verdictOn(post("p").saying("text 1"), known)).isEqualTo(Verdict.SEEN);
        assertThat(verdictOn(post("p").saying("text 0"), known)).isEqualTo(Verdict.EDITED);
    }

    @Test
    void an_edit_of_a_text_to_itself_is_seen() {
        assertThat(verdictOn(post("p").edited(), knowing(post("p")))).isEqualTo(Verdict.SEEN);
    }

    @Test
    void nothing_is_heard_of_a_post_that_has_ended() {
        assertThat(verdictOn(post("p").revision(9), knowing(post("p")).ended(Standing.ERASED)))
                .isEqualTo(Verdict.ENDED);
    }
}
