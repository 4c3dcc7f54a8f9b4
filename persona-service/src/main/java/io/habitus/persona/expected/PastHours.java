package io.habitus.persona.expected;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;

/**
 * The hours a watch has listened, oldest first, whole hours of the local clock.
 *
 * @param slots by hour, which hour of the week it was: 0 is Monday's first
 * @param dates by hour, its local date as a day since 1970
 * @param counts by hour, how many mentions
 */
record PastHours(int[] slots, long[] dates, int[] counts) {

    static final int OF_DAY = 24;
    static final int OF_WEEK = 7 * OF_DAY;

    static int slotOf(Instant start, ZoneId zone) {
        ZonedDateTime local = start.atZone(zone);
        return (local.getDayOfWeek().getValue() - 1) * OF_DAY + local.getHour();
    }

    int size() {
        return counts.length;
    }

    /** How many days' worth of hours. */
    int days() {
        return counts.length / OF_DAY;
    }

    /** So many of the first. */
    PastHours first(int hours) {
        return between(0, hours);
    }

    /**
     * Those after the first in which something was heard; of what lies before and after a silence of a week or longer, only
     * what lies after it. None if that silence lasts.
     */
    PastHours withoutSilenceBefore() {
        int begin = 0;
        int silent = 0;
        for (int i = 0; i < counts.length; i++) {
            silent = counts[i] == 0 ? silent + 1 : 0;
            if (silent >= OF_WEEK) {
                begin = i + 1;
            }
        }
        while (begin < counts.length && counts[begin] == 0) {
            begin++;
        }
        return from(Math.min(counts.length, begin + 1));
    }

    /** Those from this one on. */
    PastHours from(int hour) {
        return between(hour, counts.length);
    }

    private PastHours between(int from, int to) {
        return new PastHours(
                Arrays.copyOfRange(slots, from, to),
                Arrays.copyOfRange(dates, from, to),
                Arrays.copyOfRange(counts, from, to));
    }
}
