package io.habitus.analysis.mentions;

import static org.assertj.core.api.Assertions.assertThat;

import io.habitus.analysis.mentions.KnownPost.Standing;
import io.habitus.contracts.Engagement;
import io.habitus.contracts.MentionEvent.HeardBy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class KnownPostSerdeTest {

    private static final KnownPost FULL = new KnownPost(
            Standing.LIVE,
            7,
            List.of(1L, -2L),
            Instant.parse("2015-03-01T08:00:00.123456789Z"),
            Instant.parse("2026-11-22T12:00:00Z"),
            true,
            12,
            new Engagement(1L, null, 0L, 4L),
            Instant.parse("2026-11-22T12:00:01Z"),
            "jane",
            Bytes.wrap("{}".getBytes(StandardCharsets.UTF_8)),
            new TreeMap<>(Map.of("default", List.of(new HeardBy("bahn", 3), new HeardBy("zug", 1)))),
            new TreeSet<>());

    private static final String FULL_IN_VERSION_1 = "02003e0e040000000000000001fffffffffffffffe18809c96cf0aaab4de75"
            + "80e596b00d0082e596b00d000202010008086a616e65047b7d020e64656661756c7404086261686e06067a756702";

    @Test
    void what_is_written_is_read() {
        assertThat(KnownPostSerde.read(KnownPostSerde.write(FULL))).isEqualTo(FULL);
        assertThat(KnownPostSerde.read(KnownPostSerde.write(KnownPost.UNKNOWN))).isEqualTo(KnownPost.UNKNOWN);
    }

    @Test
    void what_was_ever_written_stays_readable() {
        assertThat(HexFormat.of().formatHex(KnownPostSerde.write(FULL))).isEqualTo(FULL_IN_VERSION_1);
        assertThat(KnownPostSerde.read(HexFormat.of().parseHex(FULL_IN_VERSION_1)))
                .isEqualTo(FULL);
    }

    @Test
    void what_is_sampled_is_written_behind_all_that_was_ever_written() {
        var sampled = FULL.sampledIn(new TreeSet<>(List.of("a", "default")), "jane");

        assertThat(HexFormat.of().formatHex(KnownPostSerde.write(sampled)))
                .isEqualTo(FULL_IN_VERSION_1.replaceFirst("^02003e", "02007e") + "0402610e64656661756c74");
        assertThat(KnownPostSerde.read(KnownPostSerde.write(sampled))).isEqualTo(sampled);
    }

    @Test
    void a_post_nobody_hears_takes_few_bytes() {
        var unheard = KnownPost.UNKNOWN.accepting(APost.post("p").published(), 42, Instant.now());
        assertThat(KnownPostSerde.write(unheard)).hasSizeLessThan(40);
    }
}
