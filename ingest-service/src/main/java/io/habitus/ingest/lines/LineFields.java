package io.habitus.ingest.lines;

import io.habitus.contracts.SourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The fields of one line, as they are read off it. Each is checked for its type where it is read; the first objection
 * of each kind is kept, because what an operation does not need cannot stop it: a deletion with a broken date is still
 * a deletion.
 */
final class LineFields {

    static final int MAX_TEXT = 100_000;

    private static final int MAX_TITLE = 10_000;
    private static final int MAX_NAME = 500;
    private static final int MAX_WORD = 100;
    // Still exact as a double, which is what a browser counts in.
    private static final long MAX_COUNT = 1_000_000_000_000_000L;
    private static final int MAX_KEPT_OUT = 50;
    private static final String ET_CETERA = "(others)";

    String id;
    String source;
    Operation operation;
    Long revision;
    String createdAt;
    SourceType type;
    String lang;
    String title;
    String text;
    String url;
    String authorId;
    String authorHandle;
    String authorName;
    Long authorFollowers;
    String thread;
    String parent;
    String repostOf;
    String quoteOf;
    Double ratingValue;
    Double ratingMax;
    String country;
    String region;
    String city;
    Long likes;
    Long replies;
    Long reposts;
    Long views;

    /** What is wrong with which post is meant and what happened to it. */
    String identityObjection;
    /** What is wrong with what the post says. */
    String contentObjection;
    /** What is wrong with how often it was liked, answered, carried on or seen. */
    String countObjection;

    private final JsonParser json;
    private boolean author;
    private boolean rating;
    private boolean place;
    private List<String> unknown = List.of();
    private List<String> ignored = List.of();

    LineFields(JsonParser json) {
        this.json = json;
    }

    /** What happened to the post. */
    enum Operation {
        CREATE,
        UPDATE,
        DELETE,
        MEASURE
    }

    /** Reads the whole line. */
    void read() {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            identityObjection = "the line must be a JSON object";
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            readField(name);
        }
        if (json.nextToken() != null) {
            identityObjection = "the line must hold one JSON object and nothing after it";
        }
    }

    Reading.KeptOut keptOut() {
        return unknown.isEmpty() && ignored.isEmpty() ? Reading.KeptOut.NOTHING : new Reading.KeptOut(unknown, ignored);
    }

    /** Notes that a field's value cannot be used, while the rest of the line can. */
    void ignore(String name) {
        ignored = with(name, ignored);
    }

    private void readField(String name) {
        switch (name) {
            case "id" -> id = identity(name, id, nativeId(name));
            case "source" -> source = identity(name, source, sourceName(name));
            case "operation" -> operation = identity(name, operation, operation(name));
            case "revision" -> revision = content(name, revision, number(name, Long.MAX_VALUE));
            case "created_at" -> createdAt = content(name, createdAt, string(name, MAX_WORD));
            case "type" -> type = content(name, type, type(name));
            case "lang" -> lang = content(name, lang, string(name, MAX_WORD));
            case "title" -> title = content(name, title, line(name, MAX_TITLE));
            case "text" -> text = content(name, text, text(name));
            case "url" -> url = content(name, url, string(name, Integer.MAX_VALUE));
            case "thread" -> thread = content(name, thread, nativeId(name));
            case "parent" -> parent = content(name, parent, nativeId(name));
            case "repost_of" -> repostOf = content(name, repostOf, nativeId(name));
            case "quote_of" -> quoteOf = content(name, quoteOf, nativeId(name));
            case "likes" -> likes = count(name, likes, number(name, MAX_COUNT));
            case "replies" -> replies = count(name, replies, number(name, MAX_COUNT));
            case "reposts" -> reposts = count(name, reposts, number(name, MAX_COUNT));
            case "views" -> views = count(name, views, number(name, MAX_COUNT));
            case "author" -> author = object(name, author, this::readAuthorField);
            case "rating" -> rating = object(name, rating, this::readRatingField);
            case "place" -> place = object(name, place, this::readPlaceField);
            default -> passOver(name);
        }
    }

    private void readAuthorField(String name) {
        switch (name) {
            case "author.id" -> authorId = content(name, authorId, nativeId(name));
            case "author.handle" -> authorHandle = content(name, authorHandle, line(name, MAX_NAME));
            case "author.name" -> authorName = content(name, authorName, line(name, MAX_NAME));
            case "author.followers" -> authorFollowers = content(name, authorFollowers, number(name, MAX_COUNT));
            default -> passOver(name);
        }
    }

    private void readRatingField(String name) {
        switch (name) {
            case "rating.value" -> ratingValue = content(name, ratingValue, decimal(name));
            case "rating.max" -> ratingMax = content(name, ratingMax, decimal(name));
            default -> passOver(name);
        }
    }

    private void readPlaceField(String name) {
        switch (name) {
            case "place.country" -> country = content(name, country, line(name, MAX_NAME));
            case "place.region" -> region = content(name, region, line(name, MAX_NAME));
            case "place.city" -> city = content(name, city, line(name, MAX_NAME));
            default -> passOver(name);
        }
    }

    private boolean object(String name, boolean before, FieldsOf fields) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            objectToContent(name + " must be an object");
            json.skipChildren();
            return before;
        }
        if (before) {
            objectToContent(name + " appears twice");
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = name + "." + json.currentName();
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                fields.read(field);
            }
        }
        return true;
    }

    @FunctionalInterface
    private interface FieldsOf {
        void read(String name);
    }

    // What became of a value: kept, or objected to under its kind.

    private <T> T identity(String name, T before, Stated<T> now) {
        String objection = objection(name, before, now);
        if (objection != null && identityObjection == null) {
            identityObjection = objection;
        }
        return now.value();
    }

    private <T> T content(String name, T before, Stated<T> now) {
        String objection = objection(name, before, now);
        if (objection != null) {
            objectToContent(objection);
        }
        return now.value();
    }

    private <T> T count(String name, T before, Stated<T> now) {
        String objection = objection(name, before, now);
        if (objection != null && countObjection == null) {
            countObjection = objection;
        }
        return now.value();
    }

    private void objectToContent(String objection) {
        if (contentObjection == null) {
            contentObjection = objection;
        }
    }

    private static <T> String objection(String name, T before, Stated<T> now) {
        return now.objection() == null && before != null ? name + " appears twice" : now.objection();
    }

    /** A value, or why there is none, or neither: nothing was stated. */
    private record Stated<T>(T value, String objection) {
        static <T> Stated<T> as(T value) {
            return new Stated<>(value, null);
        }

        static <T> Stated<T> wrong(String objection) {
            return new Stated<>(null, objection);
        }
    }

    // The types.

    private Stated<String> string(String name, int most) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return Stated.wrong(name + " must be a string");
        }
        String value = json.getString();
        return value.length() > most ? Stated.wrong(tooLong(name, most)) : Stated.as(value);
    }

    private Stated<String> text(String name) {
        Stated<String> stated = string(name, Integer.MAX_VALUE);
        if (stated.value() == null) {
            return stated;
        }
        String text = CleanText.of(stated.value());
        return text.length() > MAX_TEXT ? Stated.wrong(tooLong(name, MAX_TEXT)) : Stated.as(text);
    }

    private Stated<String> line(String name, int most) {
        Stated<String> stated = string(name, Integer.MAX_VALUE);
        if (stated.value() == null) {
            return stated;
        }
        String line = CleanText.lineOf(stated.value());
        if (line.length() > most) {
            return Stated.wrong(tooLong(name, most));
        }
        return Stated.as(line.isEmpty() ? null : line);
    }

    private Stated<String> nativeId(String name) {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
            json.skipChildren();
            return Stated.wrong(name + " must be a string or a whole number");
        }
        String value = json.getString().strip();
        String objection = NativeId.objection(name, value);
        if (objection != null) {
            return Stated.wrong(objection);
        }
        return Stated.as(value.isEmpty() ? null : value);
    }

    private Stated<String> sourceName(String name) {
        Stated<String> stated = string(name, Integer.MAX_VALUE);
        if (stated.value() == null) {
            return stated;
        }
        String source = SourceName.of(stated.value());
        return source == null ? Stated.wrong(name + " must be " + SourceName.RULE) : Stated.as(source);
    }

    private Stated<Operation> operation(String name) {
        Stated<String> stated = string(name, Integer.MAX_VALUE);
        return switch (stated.value()) {
            case null -> Stated.wrong(stated.objection());
            case "create" -> Stated.as(Operation.CREATE);
            case "update" -> Stated.as(Operation.UPDATE);
            case "delete" -> Stated.as(Operation.DELETE);
            case "measure" -> Stated.as(Operation.MEASURE);
            default -> Stated.wrong(name + " must be create, update, delete or measure");
        };
    }

    private Stated<SourceType> type(String name) {
        Stated<String> stated = string(name, Integer.MAX_VALUE);
        return switch (stated.value()) {
            case null -> Stated.wrong(stated.objection());
            case "post" -> Stated.as(SourceType.POST);
            case "comment" -> Stated.as(SourceType.COMMENT);
            case "review" -> Stated.as(SourceType.REVIEW);
            case "reply" -> Stated.as(SourceType.REPLY);
            case "repost" -> Stated.as(SourceType.REPOST);
            default -> Stated.wrong(name + " must be post, comment, review, reply or repost");
        };
    }

    private Stated<Long> number(String name, long most) {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT -> whole(name, most);
            // Spreadsheets and data frames write 12 as 12.0.
            case VALUE_NUMBER_FLOAT -> wholeAsFloat(name, most);
            default -> {
                json.skipChildren();
                yield notWhole(name, most);
            }
        };
    }

    private Stated<Long> whole(String name, long most) {
        boolean fits =
                switch (json.getNumberType()) {
                    case INT, LONG -> json.getLongValue() >= 0 && json.getLongValue() <= most;
                    default -> false;
                };
        return fits ? Stated.as(json.getLongValue()) : notWhole(name, most);
    }

    private Stated<Long> wholeAsFloat(String name, long most) {
        double value = json.getDoubleValue();
        boolean fits = value >= 0 && value <= Math.min(most, MAX_COUNT) && value == Math.rint(value);
        return fits ? Stated.as((long) value) : notWhole(name, most);
    }

    private static Stated<Long> notWhole(String name, long most) {
        return Stated.wrong(name + " must be a whole number from 0 to " + most);
    }

    private Stated<Double> decimal(String name) {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            json.skipChildren();
            return Stated.wrong(name + " must be a number");
        }
        double value = json.getDoubleValue();
        return Double.isFinite(value) ? Stated.as(value) : Stated.wrong(name + " must be a number");
    }

    private static String tooLong(String name, int most) {
        return String.format(Locale.ROOT, "%s is longer than %,d characters", name, most);
    }

    // What is kept out.

    private void passOver(String name) {
        json.skipChildren();
        unknown = with(name, unknown);
    }

    private static List<String> with(String name, List<String> names) {
        if (names.size() >= MAX_KEPT_OUT) {
            return names;
        }
        List<String> more = names.isEmpty() ? new ArrayList<>(2) : names;
        String shown = CleanText.lineOf(name.length() > MAX_WORD ? name.substring(0, MAX_WORD) + "…" : name);
        more.add(names.size() == MAX_KEPT_OUT - 1 ? ET_CETERA : shown);
        return more;
    }

    /** When the post says it was published, or null where it does not or not in ISO 8601 with a zone. */
    Instant statedTime() {
        return createdAt == null ? null : StatedTime.of(createdAt);
    }
}
