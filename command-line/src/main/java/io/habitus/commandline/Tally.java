package io.habitus.commandline;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of the lines so far: received = published + seen + unreadable. */
final class Tally {

    private long lines;
    private long received;
    private long published;
    private long seen;
    private long unreadable;
    private final Map<String, Long> unknownFields = new TreeMap<>();

    /** Goes on from what {@link #noted} wrote. */
    static Tally from(JsonNode noted) {
        var tally = new Tally();
        tally.lines = noted.path("lines").asLong();
        tally.add(noted);
        return tally;
    }

    /**
     * Adds the door's answer about one chunk.
     *
     * @throws CannotDo if the answer does not account for every line
     */
    void settled(Chunks.Chunk chunk, JsonNode answer) {
        long answered = answer.path("received").asLong(-1);
        if (answered != chunk.spoken()) {
            throw new CannotDo("The door accounts for " + answered + " of the " + chunk.spoken() + " lines from "
                    + chunk.firstLine() + " to " + chunk.lastLine() + "; nothing after them was sent.");
        }
        lines = chunk.lastLine();
        add(answer);
    }

    private void add(JsonNode answer) {
        received += answer.path("received").asLong();
        published += answer.path("published").asLong();
        seen += answer.path("seen").asLong();
        unreadable += answer.path("unreadable").asLong();
        JsonNode unknown = answer.path("unknownFields");
        if (unknown.isObject()) {
            unknown.propertyStream()
                    .forEach(field ->
                            unknownFields.merge(field.getKey(), field.getValue().asLong(), Long::sum));
        } else if (unknown.asLong(0) > 0) {
            unknownFields.merge("unknown", unknown.asLong(), Long::sum);
        }
    }

    ObjectNode noted() {
        ObjectNode noted = Json.object()
                .put("lines", lines)
                .put("received", received)
                .put("published", published)
                .put("seen", seen)
                .put("unreadable", unreadable);
        ObjectNode unknown = noted.putObject("unknownFields");
        unknownFields.forEach(unknown::put);
        return noted;
    }

    /** Number of the last line that is settled, blank ones counted. */
    long lines() {
        return lines;
    }

    long received() {
        return received;
    }

    long published() {
        return published;
    }

    long seen() {
        return seen;
    }

    long unreadable() {
        return unreadable;
    }

    /** Names of fields nobody knows, with the number of lines that had them. */
    Map<String, Long> unknownFields() {
        return unknownFields;
    }
}
