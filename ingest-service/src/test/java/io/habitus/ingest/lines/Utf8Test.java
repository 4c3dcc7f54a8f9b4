package io.habitus.ingest.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

    @ParameterizedTest(name = "{0}: first invalid byte {1}")
    @CsvSource({
        "c3a4, -1", // ä
        "f09f9880, -1", // emoji
        "e4, 0", // ä in Latin-1
        "61e462, 1",
        "c080, 0", // NUL, overlong
        "e08080, 0",
        "eda080, 0", // half a surrogate pair
        "f4908080, 0", // above U+10FFFF
        "f5808080, 0",
        "80, 0",
        "e282, 0", // cut off
        "6162636465666768e4, 8"
    })
    void only_well_formed_sequences_pass(String hex, int expected) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(Utf8.firstInvalid(bytes, 0, bytes.length)).isEqualTo(expected);
    }

    @Test
    void it_agrees_with_the_decoder_of_the_jdk_on_random_bytes() {
        var random = new Random(42);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(24)];
            for (int j = 0; j < bytes.length; j++) {
                bytes[j] =
                        (byte) (random.nextInt(3) == 0 ? random.nextInt(256) : BIASED[random.nextInt(BIASED.length)]);
            }
            assertThat(Utf8.firstInvalid(bytes, 0, bytes.length))
                    .as(() -> HexFormat.of().formatHex(bytes))
                    .isEqualTo(firstInvalidByJdk(bytes));
        }
    }

    private static final int[] BIASED = {
        'a', 0x80, 0x9F, 0xA0, 0xBF, 0xC2, 0xC3, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xBF, 0x80, 0x8F, 0x90
    };

    private static int firstInvalidByJdk(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(64), true);
        return result.isError() ? in.position() : -1;
    }
}
