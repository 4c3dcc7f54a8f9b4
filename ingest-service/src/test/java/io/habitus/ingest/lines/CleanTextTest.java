package io.habitus.ingest.lines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void ordinary_text_is_left_as_it_is() {
        String text = "Der Zug ist \"zu spät\" 😡\n\t<b>Danke</b> שלום 👨‍👩‍👧";
        assertThat(CleanText.of(text)).isSameAs(text);
    }

    @Test
    void control_characters_go_but_line_breaks_and_tabs_stay() {
        assertThat(CleanText.of("a\u0000b\u0007c\u007Fd\u009Be\tf\ng")).isEqualTo("abcde\tf\ng");
    }

    @Test
    void every_line_break_is_a_line_feed() {
        assertThat(CleanText.of("a\r\nb\rc\u0085d\r\n\r\ne")).isEqualTo("a\nb\nc\nd\n\ne");
    }

    @Test
    void half_a_surrogate_pair_becomes_the_replacement_character() {
        assertThat(CleanText.of("a\ud800b\udc00c\ud83d\ude00d\ud83d")).isEqualTo("a\ufffdb\ufffdc😀d\ufffd");
    }

    @Test
    void what_turns_the_direction_of_text_around_it_goes() {
        assertThat(CleanText.of("a\u202Eb\u202Ac\u2066d\u2069e")).isEqualTo("abcde");
    }

    @Test
    void html_stays_what_it_is() {
        String text = "<script>alert('x')</script> &amp; <img src=x onerror=y>";
        assertThat(CleanText.of(text)).isEqualTo(text);
    }

    @Test
    void a_line_has_no_line_breaks() {
        assertThat(CleanText.lineOf("  Jürgen\r\nMüller\t ")).isEqualTo("Jürgen Müller");
    }

    @Test
    void an_id_holds_nothing_that_would_be_cleaned() {
        assertThat(CleanText.isUnfitForId("at://did:plc:4sm/app.bsky.feed.post/😀"))
                .isFalse();
        assertThat(CleanText.isUnfitForId("a\nb")).isTrue();
        assertThat(CleanText.isUnfitForId("a\ud800")).isTrue();
        assertThat(CleanText.isUnfitForId("a\u0000")).isTrue();
    }
}
