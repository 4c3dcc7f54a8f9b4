package io.habitus.contracts;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/**
 * Times in ISO 8601 and UTC as everybody writes them, without the general formatter: every event holds two to five of
 * them, and reading and writing them took 6 to 8 % of the services' processor time.
 *
 * <p>What is written is what {@link Instant#toString()} says. What is not exactly of that form is read by Jackson's own
 * reader, which takes more forms.
 */
final class IsoInstants {

    private static final int SECONDS_END = "2026-11-22T14:05:09".length();
    private static final int NANOS_DIGITS = 9;
    /** Between these, years have four digits: [0000-01-01, 10000-01-01). */
    private static final long FOUR_DIGITS_FROM =
            LocalDate.of(0, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);

    private static final long FOUR_DIGITS_TO =
            LocalDate.of(10_000, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    private static final int SECONDS_A_DAY = 86_400;

    /** For the mapper of events. */
    static JacksonModule module() {
        return new SimpleModule("iso-instants")
                .addSerializer(Instant.class, new Writing())
                .addDeserializer(Instant.class, new Reading());
    }

    /** As {@link Instant#toString()}. */
    static String write(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < FOUR_DIGITS_FROM || second >= FOUR_DIGITS_TO) {
            return instant.toString();
        }
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_A_DAY));
        int time = Math.floorMod(second, SECONDS_A_DAY);
        var text = new byte[SECONDS_END + 1 + NANOS_DIGITS + 1];
        digits(text, 0, 4, day.getYear());
        text[4] = '-';
        digits(text, 5, 2, day.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, day.getDayOfMonth());
        text[10] = 'T';
        digits(text, 11, 2, time / 3_600);
        text[13] = ':';
        digits(text, 14, 2, time / 60 % 60);
        text[16] = ':';
        digits(text, 17, 2, time % 60);
        int end = fraction(text, instant.getNano());
        text[end] = 'Z';
        return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
    }

    /** Nothing, or three, six or nine digits. */
    private static int fraction(byte[] text, int nanos) {
        if (nanos == 0) {
            return SECONDS_END;
        }
        text[SECONDS_END] = '.';
        int many = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : NANOS_DIGITS;
        int shown = many == 3 ? nanos / 1_000_000 : many == 6 ? nanos / 1_000 : nanos;
        digits(text, SECONDS_END + 1, many, shown);
        return SECONDS_END + 1 + many;
    }

    private static void digits(byte[] text, int from, int many, int value) {
        int left = value;
        for (int at = from + many - 1; at >= from; at--) {
            text[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    /** The time, or null if it is not written as {@link #write} writes it. */
    static Instant read(String text) {
        int end = text.length() - 1;
        if (end < SECONDS_END
                || text.charAt(end) != 'Z'
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        int nanos = nanos(text, end);
        // A number that is none is -1. 24:00 and leap seconds are for the general reader.
        if ((year | month | day | hour | minute | second | nanos) < 0 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            long epochDay = LocalDate.of(year, month, day).toEpochDay();
            return Instant.ofEpochSecond(epochDay * SECONDS_A_DAY + hour * 3_600L + minute * 60L + second, nanos);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int many = end - SECONDS_END - 1;
        if (text.charAt(SECONDS_END) != '.' || many < 1 || many > NANOS_DIGITS) {
            return -1;
        }
        int value = number(text, SECONDS_END + 1, end);
        for (int left = many; left < NANOS_DIGITS && value > 0; left++) {
            value *= 10;
        }
        return value;
    }

    /** At most nine digits; -1 if one of them is none. */
    private static int number(String text, int from, int to) {
        int value = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static final class Writing extends StdScalarSerializer<Instant> {

        private Writing() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator to, SerializationContext context) {
            to.writeString(write(instant));
        }
    }

    private static final class Reading extends StdScalarDeserializer<Instant> {

        private Reading() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser from, DeserializationContext context) {
            if (from.currentToken() == JsonToken.VALUE_STRING) {
                Instant read = read(from.getString());
                if (read != null) {
                    return read;
                }
            }
            return InstantDeserializer.INSTANT.deserialize(from, context);
        }
    }

    private IsoInstants() {}
}
