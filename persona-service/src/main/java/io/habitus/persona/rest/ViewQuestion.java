package io.habitus.persona.rest;

import io.habitus.contracts.LiveView.Window;
import io.habitus.contracts.Polarity.Pile;
import io.habitus.persona.range.Interval;
import io.habitus.persona.range.Range;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which stretch of time a request asks for. */
sealed interface ViewQuestion {

    /** One that is kept live. */
    record Rolling(Window window) implements ViewQuestion {}

    /** One of the asker's choice. */
    record Chosen(Range range) implements ViewQuestion {}

    // Outside of these nothing can have been said; and inside, time can be reckoned with.
    Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    /**
     * Reads the query parameters; each may be null. Without any it is the last day.
     *
     * @throws Problem if one makes no sense, or they contradict each other
     */
    static ViewQuestion of(String window, String from, String to, String interval, String tz) {
        ZoneId zone = zone(tz);
        boolean rangeAsked = from != null || to != null || interval != null;
        if (window != null && rangeAsked) {
            throw Problem.badParameter("window", "a rolling window has no from, to or interval of its own");
        }
        if (!rangeAsked) {
            return new Rolling(window(window));
        }
        Instant start = time("from", from, zone);
        Instant end = time("to", to, zone);
        if (start != null && end != null && !start.isBefore(end)) {
            throw Problem.badParameter("from", "from has to lie before to");
        }
        Interval cut = interval == null ? null : word(Interval.class, "interval", interval);
        return new Chosen(new Range(start, end, cut, zone));
    }

    /**
     * The rolling window of this name; the day if it is null.
     *
     * @throws Problem if there is none of this name
     */
    static Window window(String name) {
        return name == null ? Window.DAY : word(Window.class, "window", name);
    }

    /**
     * The pile of this name.
     *
     * @throws Problem if there is none of this name
     */
    static Pile pile(String name) {
        return word(Pile.class, "polarity", name);
    }

    /**
     * Whether this parameter says so; it may be null, for no.
     *
     * @throws Problem if it says something else
     */
    static boolean isTrue(String parameter, String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw Problem.badParameter(parameter, "none of true, false");
    }

    private static ZoneId zone(String tz) {
        if (tz == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(tz);
        } catch (DateTimeException unknown) {
            throw Problem.badParameter("tz", "not a time zone such as Europe/Berlin");
        }
    }

    private static Instant time(String parameter, String text, ZoneId zone) {
        if (text == null) {
            return null;
        }
        Instant time;
        try {
            time = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw Problem.badParameter(
                    parameter, "not a time such as 2026-11-22T14:05:00Z, nor a date such as 2026-11-22");
        }
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw Problem.badParameter(parameter, "not between the years 1900 and 3000");
        }
        return time;
    }

    private static <E extends Enum<E>> E word(Class<E> words, String parameter, String text) {
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        String all = Arrays.stream(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw Problem.badParameter(parameter, "none of " + all);
    }
}
