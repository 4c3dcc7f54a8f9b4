package io.habitus.persona.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.contracts.Polarity.Pile;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UtteranceTest {

    static Stream<Utterance> all() {
        return Stream.of(Pile.POSITIVE, Pile.NEUTRAL, Pile.NEGATIVE, Pile.UNSURE, null)
                .flatMap(pile -> Stream.of("forum", "forum.example.de", "", null)
                        .flatMap(source -> Stream.of(
                                new Utterance(true, false, pile, Long.MIN_VALUE, source),
                                new Utterance(false, true, pile, 0, source))));
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_is_kept_comes_back_with_what_follows_it(Utterance utterance) {
        ByteBuffer kept = ByteBuffer.allocate(utterance.size() + 1);
        utterance.write(kept);
        kept.put((byte) 42).flip();
        assertThat(Utterance.read(kept)).isEqualTo(utterance);
        assertThat(kept.get()).isEqualTo((byte) 42);
        assertThat(kept.hasRemaining()).isFalse();
    }

    @Test
    void what_was_kept_before_there_were_sources_is_read() {
        // Anonymous, a repost, on the pile of the negative: one byte as it was written then.
        Utterance old = Utterance.read(ByteBuffer.wrap(new byte[] {1 | 2 | 3 << 2}));
        assertThat(old).isEqualTo(new Utterance(true, true, Pile.NEGATIVE, 0, null));
    }

    @Test
    void a_name_longer_than_any_source_has_is_cut() {
        var utterance = new Utterance(false, true, null, 0, "x".repeat(300));
        ByteBuffer kept = ByteBuffer.allocate(utterance.size());
        utterance.write(kept);
        assertThat(Utterance.read(kept.flip()).source()).isEqualTo("x".repeat(255));
    }
}
