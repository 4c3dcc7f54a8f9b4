package io.habitus.ingest;

import io.habitus.ingest.accounts.Outcome;
import io.habitus.ingest.lines.Reading.KeptOut;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the settled lines of one request: received = published + seen + unreadable. */
public final class Receipt {

    /** Of more refused lines only the number is said. */
    public static final int MOST_REFUSED_LISTED = 10_000;

    private static final int MOST_NAMES = 200;
    private static final String ET_CETERA = "(others)";

    private final Map<String, Long> unknownFields = new TreeMap<>();
    private final Map<String, Long> ignoredValues = new TreeMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private long published;
    private long seen;
    private long unreadable;

    Receipt() {}

    /**
     * A line that was refused.
     *
     * @param line its number in the request
     */
    public record Refused(long line, String reason) {}

    void accepted(Outcome outcome, KeptOut keptOut) {
        switch (outcome) {
            case PUBLISHED -> published++;
            case SEEN -> seen++;
            case UNREADABLE -> throw new IllegalArgumentException("a line that is unreadable was not accepted");
        }
        keptOut.unknown().forEach(name -> count(name, unknownFields));
        keptOut.ignored().forEach(name -> count(name, ignoredValues));
    }

    void refused(long line, String reason) {
        unreadable++;
        if (refused.size() < MOST_REFUSED_LISTED) {
            refused.add(new Refused(line, reason));
        }
    }

    private static void count(String name, Map<String, Long> counts) {
        boolean room = counts.size() < MOST_NAMES || counts.containsKey(name);
        counts.merge(room ? name : ET_CETERA, 1L, Long::sum);
    }

    public long received() {
        return published + seen + unreadable;
    }

    public long published() {
        return published;
    }

    public long seen() {
        return seen;
    }

    public long unreadable() {
        return unreadable;
    }

    /** How many lines carried which field that nobody knows here. */
    public Map<String, Long> unknownFields() {
        return Collections.unmodifiableMap(unknownFields);
    }

    /** How many lines carried which known field with a value that could not be used. */
    public Map<String, Long> ignoredValues() {
        return Collections.unmodifiableMap(ignoredValues);
    }

    /** The first {@value #MOST_REFUSED_LISTED} refused lines, in order. */
    public List<Refused> refused() {
        return Collections.unmodifiableList(refused);
    }
}
