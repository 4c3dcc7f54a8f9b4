package io.habitus.commandline;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code habitus view}: what a watch hears, on the terminal. */
@Command(
        name = "view",
        description = "Shows what a watch hears: how much, when, and the newest mentions.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  habitus view Bahn",
            "  habitus view Bahn --from 2026-10-01 --to 2026-11-01 --interval day",
            "  habitus view Bahn --window hour"
        })
final class ViewCommand implements Callable<Integer> {

    private static final int BAR_WIDTH = 50;
    private static final int TEXT_WIDTH = 100;

    /** The rolling windows that are kept live. */
    enum Window {
        HOUR,
        DAY,
        WEEK
    }

    /** How a range is cut. */
    enum Interval {
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        MONTH
    }

    @Mixin
    private Connection connection;

    @Parameters(paramLabel = "NAME", description = "name or id of the watch")
    private String name;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "day or ISO 8601 time, inclusive (default: first mention)")
    private String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "day or ISO 8601 time, exclusive (default: last mention)")
    private String to;

    @Option(names = "--window", paramLabel = "WINDOW", description = "instead of a range, the last hour, day or week")
    private Window window;

    @Option(
            names = "--interval",
            paramLabel = "CUT",
            description = "minute, hour, day, week or month (default: what fits)")
    private Interval interval;

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            description = "time zone, for example Europe/Berlin (default: this machine's)")
    private String zone = ZoneId.systemDefault().getId();

    @Option(
            names = "--mentions",
            paramLabel = "N",
            defaultValue = "5",
            description = "how many mentions to show (default: 5)")
    private int mentions;

    @Override
    public Integer call() {
        ZoneId tz = zone();
        Door door = connection.door();
        JsonNode watch = Watches.named(name, door, connection);
        JsonNode view = view(door, Watches.path(watch, connection) + "/view", tz);
        JsonNode newest = mentions < 1 ? Json.object() : door.get(newest(watch, tz));
        if (connection.json()) {
            ObjectNode answer = Json.object();
            answer.set("watch", watch);
            answer.set("view", view);
            answer.set("mentions", newest);
            connection.print(answer);
            return Main.DONE;
        }
        show(watch, view, newest, tz);
        return Main.DONE;
    }

    private JsonNode view(Door door, String path, ZoneId tz) {
        if (window != null || from != null || to != null || interval != null) {
            return door.get(path + range(tz));
        }
        // Without a range the door answers for the last day; here a person wants to see what there is.
        JsonNode lastDay = door.get(path);
        String first = lastDay.path("first").asString("");
        return first.isEmpty() ? lastDay : door.get(path + range(tz) + "&from=" + Connection.segment(first));
    }

    private String range(ZoneId tz) {
        if (window != null) {
            if (from != null || to != null) {
                throw new CannotDo("Give either --window or --from and --to.");
            }
            return "?window=" + window.name().toLowerCase(Locale.ROOT);
        }
        var query = new StringBuilder("?tz=").append(Connection.segment(zone));
        if (from != null) {
            query.append("&from=")
                    .append(Connection.segment(time("--from", from, tz).toString()));
        }
        if (to != null) {
            query.append("&to=").append(Connection.segment(time("--to", to, tz).toString()));
        }
        if (interval != null) {
            query.append("&interval=").append(interval.name().toLowerCase(Locale.ROOT));
        }
        return query.toString();
    }

    private String newest(JsonNode watch, ZoneId tz) {
        var query = new StringBuilder("/mentions?limit=")
                .append(Math.min(mentions, 200))
                .append("&watchId=")
                .append(Connection.segment(watch.path("id").asString()));
        if (from != null) {
            query.append("&startDate=")
                    .append(Connection.segment(time("--from", from, tz).toString()));
        }
        if (to != null) {
            query.append("&endDate=")
                    .append(Connection.segment(time("--to", to, tz).toString()));
        }
        return connection.inProject(query.toString());
    }

    private void show(JsonNode watch, JsonNode view, JsonNode newest, ZoneId tz) {
        PrintWriter out = connection.out();
        out.println(PlainText.line(watch.path("name").asString()) + "   "
                + PlainText.line(watch.path("query").asString(), TEXT_WIDTH));
        JsonNode total = view.path("total");
        out.printf(
                "%s posts   %s reposts   %s voices   %s without an author%n",
                PlainText.count(total.path("posts").asLong()),
                PlainText.count(total.path("reposts").asLong()),
                PlainText.count(total.path("voices").asLong()),
                PlainText.count(total.path("anonymous").asLong()));
        JsonNode series = view.path("series");
        if (series.isEmpty()) {
            out.println("Nothing was heard in this time.");
            return;
        }
        var buckets = new Buckets(tz, view.path("interval").asString(window == Window.HOUR ? "minute" : "hour"));
        out.println();
        BarChart.lines(buckets.bars(series), BAR_WIDTH).forEach(out::println);
        showMentions(newest, tz);
    }

    private void showMentions(JsonNode newest, ZoneId tz) {
        if (newest.path("mentions").isEmpty()) {
            return;
        }
        var day = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(tz);
        connection
                .out()
                .println("\nNewest of " + PlainText.count(newest.path("total").asLong()));
        for (JsonNode mention : newest.path("mentions")) {
            connection
                    .out()
                    .printf(
                            "%s  %s  %s%n",
                            day.format(Instant.parse(mention.path("date").asString())),
                            PlainText.line(mention.path("source").asString()),
                            PlainText.line(mention.path("text").asString(""), TEXT_WIDTH));
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new CannotDo("There is no time zone " + zone + "; give one such as Europe/Berlin.", unknown);
        }
    }

    private static Instant time(String option, String given, ZoneId tz) {
        try {
            return given.length() == 10
                    ? LocalDate.parse(given).atStartOfDay(tz).toInstant()
                    : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException unreadable) {
            throw new CannotDo(
                    option + " takes a day such as 2026-11-22 or a time such as 2026-11-22T08:00:00Z, not " + given
                            + ".",
                    unreadable);
        }
    }
}
