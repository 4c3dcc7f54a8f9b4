package io.habitus.persona.range;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Locale;

/** How a range is cut into buckets, in a time zone. Weeks begin on Monday. */
public enum Interval {
    /** Whole minutes. */
    MINUTE,
    /** Whole hours of the local clock. */
    HOUR,
    /** From midnight to midnight, or from when the date begins where there is no midnight. */
    DAY,
    /** From Monday to Monday. */
    WEEK,
    /** From the first of a month to the first of the next. */
    MONTH;

    /** As it is written in requests and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The start of the bucket in which this moment lies. */
    public Instant startOf(Instant moment, ZoneId zone) {
        return switch (this) {
            case MINUTE -> clockStart(moment, zone.getRules(), 60);
            case HOUR -> clockStart(moment, zone.getRules(), 3_600);
            case DAY, WEEK, MONTH -> dateStart(moment, zone);
        };
    }

    /** The start of the bucket after the one that starts here. */
    public Instant next(Instant start, ZoneId zone) {
        return switch (this) {
            case MINUTE -> clockNext(start, zone.getRules(), 60);
            case HOUR -> clockNext(start, zone.getRules(), 3_600);
            case DAY, WEEK, MONTH -> dateNext(start, zone);
        };
    }

    /** The length of most of its buckets, in seconds; for guesses. */
    long typicalSeconds() {
        return switch (this) {
            case MINUTE -> ChronoUnit.MINUTES.getDuration().toSeconds();
            case HOUR -> ChronoUnit.HOURS.getDuration().toSeconds();
            case DAY -> ChronoUnit.DAYS.getDuration().toSeconds();
            case WEEK -> ChronoUnit.WEEKS.getDuration().toSeconds();
            case MONTH -> ChronoUnit.MONTHS.getDuration().toSeconds();
        };
    }

    private static Instant clockStart(Instant moment, ZoneRules rules, long length) {
        long offset = rules.getOffset(moment).getTotalSeconds();
        long start = Math.floorDiv(moment.getEpochSecond() + offset, length) * length - offset;
        // A clock that was set by less than the length begins a bucket of its own.
        ZoneOffsetTransition change = rules.previousTransition(moment.plusNanos(1));
        return change != null && change.getInstant().getEpochSecond() > start
                ? change.getInstant()
                : Instant.ofEpochSecond(start);
    }

    private static Instant clockNext(Instant start, ZoneRules rules, long length) {
        long offset = rules.getOffset(start).getTotalSeconds();
        long next = Math.floorDiv(start.getEpochSecond() + offset, length) * length + length - offset;
        ZoneOffsetTransition change = rules.nextTransition(start);
        return change != null && change.getInstant().getEpochSecond() < next
                ? change.getInstant()
                : Instant.ofEpochSecond(next);
    }

    private Instant dateStart(Instant moment, ZoneId zone) {
        LocalDate date = firstDay(LocalDate.ofInstant(moment, zone));
        Instant start = begin(date, zone);
        Instant next = begin(following(date), zone);
        // Where a clock set back at midnight makes a date come twice, the second time belongs to the day after.
        return moment.isBefore(next) ? start : next;
    }

    private Instant dateNext(Instant start, ZoneId zone) {
        LocalDate date = firstDay(LocalDate.ofInstant(start, zone));
        Instant next = begin(following(date), zone);
        // A date can be missing altogether, as when Samoa crossed the date line.
        while (!next.isAfter(start)) {
            date = following(date);
            next = begin(following(date), zone);
        }
        return next;
    }

    private LocalDate firstDay(LocalDate date) {
        return switch (this) {
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case DAY, MINUTE, HOUR -> date;
        };
    }

    private LocalDate following(LocalDate first) {
        return switch (this) {
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case DAY, MINUTE, HOUR -> first.plusDays(1);
        };
    }

    private static Instant begin(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
