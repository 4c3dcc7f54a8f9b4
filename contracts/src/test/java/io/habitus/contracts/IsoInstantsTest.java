package io.habitus.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoInstantsTest {

    private static final int MANY = 200_000;

    @Test
    void whatIsWrittenIsWhatTheGeneralFormatterWrites() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < MANY; i++) {
            Instant instant = anyInstant(random);
            assertThat(IsoInstants.write(instant)).isEqualTo(instant.toString());
        }
    }

    @Test
    void whatIsReadIsWhatTheGeneralParserReads() {
        var random = new SplittableRandom(8);
        int readByUs = 0;
        for (int i = 0; i < MANY; i++) {
            String text = mutated(anyInstant(random).toString(), random);
            Instant read = IsoInstants.read(text);
            if (read != null) {
                readByUs++;
                assertThat(read).as(text).isEqualTo(parsed(text));
            }
        }
        assertThat(readByUs).isBetween(MANY / 10, MANY * 9 / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "2024-02-29T00:00:00.1Z",
                "1970-01-01T00:00:00.000000001Z",
                "1969-12-31T23:59:59.999Z"
            })
    void timesAtTheEdgesAreReadHere(String text) {
        assertThat(IsoInstants.read(text)).isEqualTo(Instant.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-22",
                "2026-11-22T14:05:00",
                "2026-11-22T14:05:00+01:00",
                "2026-11-22T14:05:00.Z",
                "2026-11-22T14:05:00.1234567890Z",
                "2026-11-22T24:00:00Z",
                "2026-11-22T23:59:60Z",
                "2025-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "２026-11-22T14:05:00Z",
                "2026-11-22t14:05:00z"
            })
    void whatIsNotOfTheFormIsLeftToOthers(String text) {
        assertThat(IsoInstants.read(text)).isNull();
    }

    @Test
    void eventsTakeTheOtherFormsToo() {
        JsonSerde<AuthorEvent> serde = JsonSerde.of(AuthorEvent.class);
        String event = """
                {"author":"a","source":"s","status":"erased","changedAt":"2026-11-22T14:05:00+01:00"}""";

        assertThat(serde.read(event.getBytes(StandardCharsets.UTF_8)).changedAt())
                .isEqualTo(Instant.parse("2026-11-22T13:05:00Z"));
    }

    private static Instant anyInstant(SplittableRandom random) {
        long second = random.nextInt(20) == 0
                ? random.nextLong(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
                : random.nextLong(-80_000_000_000L, 300_000_000_000L);
        int nanos =
                switch (random.nextInt(4)) {
                    case 0 -> 0;
                    case 1 -> random.nextInt(1_000) * 1_000_000;
                    case 2 -> random.nextInt(1_000_000) * 1_000;
                    default -> random.nextInt(1_000_000_000);
                };
        return Instant.ofEpochSecond(second, nanos);
    }

    private static String mutated(String text, SplittableRandom random) {
        if (random.nextBoolean()) {
            return text;
        }
        var changed = new StringBuilder(text);
        String letters = "0123456789-:.TZ+ ";
        changed.setCharAt(random.nextInt(changed.length()), letters.charAt(random.nextInt(letters.length())));
        if (random.nextInt(3) == 0) {
            changed.deleteCharAt(random.nextInt(changed.length()));
        }
        return changed.toString();
    }

    private static Instant parsed(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
