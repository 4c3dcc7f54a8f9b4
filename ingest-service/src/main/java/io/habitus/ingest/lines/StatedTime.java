package io.habitus.ingest.lines;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A time as a line states it: ISO 8601 with a time zone, because without one it could be meant up to 26 hours apart. */
final class StatedTime {

    private static final DateTimeFormatter ISO_8601 = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            // The 30th of February is no day, not the last one.
            .withResolverStyle(ResolverStyle.STRICT);

    /** The time in whole milliseconds, UTC, or null if it is not stated so. */
    static Instant of(String stated) {
        try {
            return OffsetDateTime.parse(stated, ISO_8601).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private StatedTime() {}
}
