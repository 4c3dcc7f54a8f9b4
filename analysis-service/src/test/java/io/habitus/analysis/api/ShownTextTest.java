package io.habitus.analysis.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.analysis.api.ShownText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShownTextTest {

    private static final Set<String> OFFICIAL = Set.of("db_bahn", "bvg.kundendialog");

    /** Masks, and shows what is marked in brackets. */
    private static String masked(String written, String... marked) {
        var pieces = new ArrayList<Piece>();
        for (var mark : marked) {
            pieces.add(new Piece(written.indexOf(mark), mark.length()));
        }
        var shown = ShownText.masked(written, pieces, OFFICIAL);
        var text = new StringBuilder(shown.text());
        for (var piece : shown.marked().reversed()) {
            text.insert(piece.end(), ']').insert(piece.offset(), '[');
        }
        return text.toString();
    }

    @Test
    void the_handles_of_private_people_are_masked() {
        assertThat(masked("@jane_doe sagt @Joe: die Bahn")).isEqualTo("@… sagt @…: die Bahn");
    }

    @Test
    void official_handles_are_shown() {
        assertThat(masked("@DB_Bahn und @bvg.kundendialog, @db_bahn_fan"))
                .isEqualTo("@DB_Bahn und @bvg.kundendialog, @…");
        assertThat(masked("Danke @db_bahn.Gruß")).isEqualTo("Danke @db_bahn.Gruß");
    }

    @Test
    void handles_with_a_host_and_mail_addresses_are_masked_whole() {
        assertThat(masked("@jane@social.example und @jane.bsky.social")).isEqualTo("@… und @…");
        assertThat(masked("an jane@mail.example bitte")).isEqualTo("an jane@… bitte");
        assertThat(masked("@db_bahn@fake.example")).isEqualTo("@…");
    }

    @Test
    void a_wide_at_sign_is_one_too() {
        assertThat(masked("＠jane hallo")).isEqualTo("@… hallo");
    }

    @Test
    void what_is_marked_stays_marked_where_it_now_stands() {
        assertThat(masked("@jane_doe: die Bahn, @joe, die Bahn!", "Bahn")).isEqualTo("@…: die [Bahn], @…, die Bahn!");
        assertThat(masked("😡 @jane_doe Bahn", "😡", "Bahn")).isEqualTo("[😡] @… [Bahn]");
    }

    @Test
    void a_marked_handle_is_marked_as_its_mask() {
        assertThat(masked("hallo @jane_doe, Bahn", "@jane_doe", "Bahn")).isEqualTo("hallo [@…], [Bahn]");
        assertThat(masked("hallo @jane.doe, Bahn", "jane", "Bahn")).isEqualTo("hallo [@…], [Bahn]");
    }

    @Test
    void a_handle_may_be_as_long_as_a_text() {
        assertThat(masked("@a" + ".a".repeat(50_000) + " Bahn", "Bahn")).isEqualTo("@… [Bahn]");
    }

    @Test
    void an_at_sign_alone_is_none() {
        assertThat(masked("5 @ 3 @ @")).isEqualTo("5 @ 3 @ @");
    }

    @Test
    void openly_all_is_shown_as_written() {
        var pieces = List.of(new Piece(0, 5));
        assertThat(ShownText.open("@jane", pieces)).isEqualTo(new ShownText("@jane", pieces));
    }
}
