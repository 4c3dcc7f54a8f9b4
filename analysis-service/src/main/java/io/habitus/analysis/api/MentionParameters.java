package io.habitus.analysis.api;

import io.habitus.analysis.index.MentionSearch;
import io.habitus.analysis.index.MentionSearch.Order;
import io.habitus.analysis.index.MentionSearch.Position;
import io.habitus.analysis.query.Parsed.Accepted;
import io.habitus.analysis.query.Parsed.Refused;
import io.habitus.analysis.query.Query;
import io.habitus.analysis.query.QueryParser;
import io.habitus.contracts.Polarity.Pile;
import io.habitus.contracts.SourceType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.MultiValueMap;

/** What a request asks for, in the words of the address. What is not understood is refused, never left out. */
final class MentionParameters {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("3001-01-01T00:00:00Z");

    private static final int MOST = 200;
    private static final int USUAL = 50;

    private static final Set<String> FILTERS =
            Set.of("watchId", "q", "startDate", "endDate", "source", "type", "lang", "author", "polarity", "asOf");
    private static final Set<String> OF_A_LIST = Set.of("orderDirection", "limit", "cursor");

    private final MultiValueMap<String, String> given;

    private MentionParameters(MultiValueMap<String, String> given, Set<String> known) {
        this.given = given;
        for (var name : given.keySet()) {
            if (!known.contains(name)) {
                throw Problem.badParameter(name, "one of " + String.join(", ", new TreeSet<>(known)));
            }
            if (given.get(name).size() > 1) {
                throw Problem.badParameter(name, "one value");
            }
        }
    }

    static MentionParameters ofList(MultiValueMap<String, String> given) {
        var known = new TreeSet<>(FILTERS);
        known.addAll(OF_A_LIST);
        return new MentionParameters(given, known);
    }

    static MentionParameters ofCount(MultiValueMap<String, String> given) {
        return new MentionParameters(given, FILTERS);
    }

    MentionSearch search(String project) {
        return new MentionSearch(
                project,
                text("watchId"),
                query(),
                time("startDate"),
                time("endDate"),
                text("source").map(source -> source.toLowerCase(Locale.ROOT)),
                type(),
                text("lang").map(lang -> lang.toLowerCase(Locale.ROOT)),
                text("author"),
                polarity());
    }

    Order order() {
        return text("orderDirection")
                .map(direction -> switch (direction) {
                    case "asc" -> Order.OLDEST_FIRST;
                    case "desc" -> Order.NEWEST_FIRST;
                    default -> throw Problem.badParameter("orderDirection", "asc or desc");
                })
                .orElse(Order.NEWEST_FIRST);
    }

    int limit() {
        var given = text("limit");
        if (given.isEmpty()) {
            return USUAL;
        }
        var limit = given.filter(text -> text.matches("\\d{1,3}")).map(Integer::parseInt);
        return limit.filter(number -> number >= 1 && number <= MOST)
                .orElseThrow(() -> Problem.badParameter("limit", "1 to " + MOST));
    }

    Optional<Position> after() {
        return text("cursor").map(cursor -> Cursor.read(order(), cursor)
                .orElseThrow(() -> Problem.badParameter("cursor", "the nextCursor of the page before")));
    }

    /** Offsets of MENTIONS by partition, as {@code 0:17,3:4}. */
    Map<Integer, Long> asOf() {
        var offsets = new HashMap<Integer, Long>();
        for (var pair : text("asOf").map(text -> text.split(",")).orElse(new String[0])) {
            if (!pair.matches("\\d{1,6}:\\d{1,18}")) {
                throw Problem.badParameter("asOf", "partition:offset, separated by commas");
            }
            var colon = pair.indexOf(':');
            offsets.put(Integer.valueOf(pair.substring(0, colon)), Long.valueOf(pair.substring(colon + 1)));
        }
        return offsets;
    }

    private Optional<Query> query() {
        return text("q").map(query -> switch (QueryParser.parseSearch(query)) {
            case Accepted accepted -> accepted.query();
            case Refused refused -> throw Problem.refused(refused);
        });
    }

    private Optional<SourceType> type() {
        return text("type").map(type -> {
            for (var known : SourceType.values()) {
                if (known.name().equalsIgnoreCase(type)) {
                    return known;
                }
            }
            throw Problem.badParameter("type", "post, comment, review, reply or repost");
        });
    }

    /** One pile, or several separated by commas. */
    private Set<Pile> polarity() {
        var piles = EnumSet.noneOf(Pile.class);
        for (var word : text("polarity").map(text -> text.split(",", -1)).orElse(new String[0])) {
            piles.add(Arrays.stream(Pile.values())
                    .filter(pile -> pile.name().equalsIgnoreCase(word.strip()))
                    .findAny()
                    .orElseThrow(() -> Problem.badParameter(
                            "polarity", "positive, neutral, negative or unsure; several are separated by commas")));
        }
        return piles;
    }

    private Optional<Instant> time(String name) {
        return text(name).map(text -> {
            try {
                var time = text.length() <= "2026-11-22".length()
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
                if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
                    return time;
                }
            } catch (DateTimeException notATime) {
                // Answered below.
            }
            throw Problem.badParameter(
                    name, "a time as 2026-11-22T14:05:00Z, or a day as 2026-11-22 (UTC), of the years 1900 to 3000");
        });
    }

    /** What is given empty is not given. */
    private Optional<String> text(String name) {
        return Optional.ofNullable(given.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
