package io.habitus.analysis.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.analysis.watches.Watchlist;
import io.habitus.contracts.WatchEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The stream hears what the sheet says. */
class StreamAgreesTest {

    private static final int QUERIES = 400;
    private static final int POSTS = 120;

    private static List<BitSet> inStream(List<String> queries, List<Said> posts) throws IOException {
        try (var watchlist = new Watchlist()) {
            for (int i = 0; i < queries.size(); i++) {
                watchlist.apply(
                        new WatchEvent.Saved("p", "" + i, 1, "any", queries.get(i), Instant.EPOCH, Instant.EPOCH), i);
            }
            var heard = new ArrayList<BitSet>();
            for (int i = 0; i < posts.size(); i++) {
                var watches = new BitSet();
                watchlist.match(posts.get(i).asPost(i)).forEach(hit -> watches.set(Integer.parseInt(hit.watch())));
                heard.add(watches);
            }
            return heard;
        }
    }

    @Test
    void the_stream_hears_exactly_what_was_asked_for() throws IOException {
        long pairs = 0;
        long heard = 0;
        for (long seed = 1; seed <= 8; seed++) {
            var agreement = Agreement.between(StreamAgreesTest::inStream, seed, QUERIES, POSTS);
            assertThat(agreement.differences()).isEmpty();
            pairs += agreement.pairs();
            heard += agreement.heard();
        }
        assertThat(heard / (double) pairs).as("share of pairs that match").isGreaterThan(0.3);
    }

    @ParameterizedTest
    @EnumSource
    void a_planted_fault_is_caught(Fault fault) throws IOException {
        var agreement = Agreement.between(fault.in(StreamAgreesTest::inStream), 1, QUERIES, POSTS);
        assertThat(agreement.differences()).isNotEmpty();
    }
}
