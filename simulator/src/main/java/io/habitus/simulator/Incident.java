package io.habitus.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Something happened: for a while a brand is heard {@code factor} times as often as its base.
 *
 * @param number from 0, in the order of time
 * @param watch name of the watch that hears it
 * @param start UTC
 * @param length 20 to 60 minutes
 * @param factor 2 to 5
 * @param base posts an hour that the factor multiplies: what is usual for this watch at this hour, but at least 20
 * @param usual posts an hour of this watch at this hour without the incident
 * @param causes what about three of four of its posts name, in the German and in the English spelling
 */
public record Incident(
        int number,
        String watch,
        Instant start,
        Duration length,
        double factor,
        double base,
        double usual,
        List<String> causes) {

    /** Exclusive. */
    public Instant end() {
        return start.plus(length);
    }

    String cause(String lang) {
        return causes.get(lang.equals("de") ? 0 : 1);
    }
}
