package io.habitus.commandline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The series of a view with its silent buckets filled in, for the terminal. */
final class Buckets {

    private static final int MOST = 400;

    private final ZoneId zone;
    private final String interval;

    /** @param interval minute, hour, day, week or month */
    Buckets(ZoneId zone, String interval) {
        this.zone = zone;
        this.interval = interval;
    }

    List<BarChart.Bar> bars(JsonNode series) {
        Map<Instant, Long> heard = new TreeMap<>();
        for (JsonNode bucket : series) {
            JsonNode volume = bucket.path("volume");
            heard.put(
                    Instant.parse(bucket.path("start").asString()),
                    volume.path("posts").asLong() + volume.path("reposts").asLong());
        }
        var bars = new ArrayList<BarChart.Bar>();
        for (Instant start : starts(heard.keySet().stream().toList())) {
            bars.add(new BarChart.Bar(label(start), heard.getOrDefault(start, 0L)));
        }
        return bars;
    }

    String label(Instant start) {
        String pattern =
                switch (interval) {
                    case "month" -> "MMM yyyy";
                    case "week", "day" -> "EE yyyy-MM-dd";
                    default -> "EE yyyy-MM-dd HH:mm";
                };
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(start.atZone(zone));
    }

    private List<Instant> starts(List<Instant> heard) {
        var all = new ArrayList<Instant>();
        if (heard.isEmpty()) {
            return all;
        }
        Instant last = heard.getLast();
        ZonedDateTime start = heard.getFirst().atZone(zone);
        while (!start.toInstant().isAfter(last)) {
            all.add(start.toInstant());
            start = next(start);
        }
        // If the service cuts differently than we think, its cuts are the right ones.
        return all.size() > MOST || !all.containsAll(heard) ? heard : all;
    }

    private ZonedDateTime next(ZonedDateTime start) {
        LocalDate day = start.toLocalDate();
        return switch (interval) {
            case "month" -> day.plusMonths(1).atStartOfDay(zone);
            case "week" -> day.plusWeeks(1).atStartOfDay(zone);
            case "day" -> day.plusDays(1).atStartOfDay(zone);
            case "hour" -> start.plus(1, ChronoUnit.HOURS);
            default -> start.plus(1, ChronoUnit.MINUTES);
        };
    }
}
