package io.habitus.endtoend.recount;

import io.habitus.endtoend.running.MentionsLog.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a view must say, counted the simplest way from the events of MENTIONS up to where the view says it has counted:
 * the last event of each mention stands, every figure is counted anew.
 */
public final class ViewRecount {

    private record Mention(
            Instant at, boolean repost, String author, String pile, String source, Set<String> watches) {}

    private final List<Event> events;

    /** @param events in the order of each partition */
    public ViewRecount(List<Event> events) {
        this.events = List.copyOf(events);
    }

    /**
     * Every cell in which a view differs, with both figures; empty if it is right.
     *
     * @param view as it was answered; buckets of it are minutes or hours of UTC
     */
    public List<String> differences(JsonNode view) {
        Map<String, Long> expected = cells(view);
        Map<String, Long> shown = shown(view);
        var differences = new ArrayList<String>();
        var all = new HashSet<>(expected.keySet());
        all.addAll(shown.keySet());
        for (String cell : all) {
            long is = shown.getOrDefault(cell, 0L);
            long should = expected.getOrDefault(cell, 0L);
            if (is != should) {
                differences.add(cell + ": " + is + " instead of " + should);
            }
        }
        return differences;
    }

    /** How many figures a view shows. */
    public static int figures(JsonNode view) {
        return shown(view).size();
    }

    private Map<String, Long> cells(JsonNode view) {
        String watch = view.path("watch").asString();
        Instant from = Instant.parse(view.path("from").asString());
        Instant to = Instant.parse(view.path("to").asString());
        ChronoUnit unit = ChronoUnit.valueOf(view.path("interval").asString().toUpperCase(Locale.ROOT) + "S");
        var cells = new TreeMap<String, Long>();
        var voices = new HashMap<String, Set<String>>();
        for (Mention mention : standing(view.path("asOf"))) {
            if (!mention.watches.contains(watch) || mention.at.isBefore(from) || !mention.at.isBefore(to)) {
                continue;
            }
            String kind = mention.repost ? "reposts" : "posts";
            for (String place : List.of("total", mention.at.truncatedTo(unit).toString())) {
                cells.merge(place + " " + kind, 1L, Long::sum);
                if (mention.author == null) {
                    cells.merge(place + " anonymous", 1L, Long::sum);
                } else {
                    voices.computeIfAbsent(place, _ -> new HashSet<>()).add(mention.author);
                }
            }
            cells.merge("pile " + mention.pile, 1L, Long::sum);
            cells.merge("source " + mention.source + " " + kind, 1L, Long::sum);
        }
        voices.forEach((place, all) -> cells.put(place + " voices", (long) all.size()));
        return cells;
    }

    private Iterable<Mention> standing(JsonNode asOf) {
        var standing = new HashMap<String, Mention>();
        for (Event event : events) {
            JsonNode upTo = asOf.path(Integer.toString(event.partition()));
            if (upTo.isMissingNode() || event.offset() > upTo.asLong()) {
                continue;
            }
            if (event.json() == null || event.json().path("event").asString().equals("withdrawn")) {
                standing.remove(event.key());
            } else {
                standing.put(event.key(), mention(event.json()));
            }
        }
        return standing.values();
    }

    private static Mention mention(JsonNode json) {
        var watches = new HashSet<String>();
        json.path("watches").forEach(by -> watches.add(by.path("watch").asString()));
        JsonNode polarity = json.path("tags").path("polarity");
        String pile = polarity.isMissingNode()
                ? "unjudged"
                : polarity.path("abstained").asBoolean() || !polarity.has("label")
                        ? "unsure"
                        : polarity.path("label").asString();
        return new Mention(
                Instant.parse(json.path("at").asString()),
                json.path("type").asString().equals("repost"),
                json.path("author").asString(null),
                pile,
                json.path("source").asString(),
                watches);
    }

    private static Map<String, Long> shown(JsonNode view) {
        var cells = new TreeMap<String, Long>();
        volume("total", view.path("total"), cells);
        view.path("series").forEach(bucket -> volume(bucket.path("start").asString(), bucket.path("volume"), cells));
        view.path("piles")
                .properties()
                .forEach(pile ->
                        cells.put("pile " + pile.getKey(), pile.getValue().asLong()));
        for (JsonNode source : view.path("sources")) {
            for (String kind : List.of("posts", "reposts")) {
                cells.put(
                        "source " + source.path("source").asString() + " " + kind,
                        source.path(kind).asLong());
            }
        }
        return cells;
    }

    private static void volume(String place, JsonNode volume, Map<String, Long> cells) {
        volume.properties()
                .forEach(figure -> cells.put(
                        place + " " + figure.getKey(), figure.getValue().asLong()));
    }
}
