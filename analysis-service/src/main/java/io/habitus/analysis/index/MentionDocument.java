package io.habitus.analysis.index;

import io.habitus.contracts.Engagement;
import io.habitus.contracts.MentionEvent;
import io.habitus.contracts.MentionEvent.Found;
import io.habitus.contracts.MentionEvent.Withdrawn;
import io.habitus.contracts.Topics;
import io.habitus.tagging.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A mention event as two lines of a bulk request. Id, version and index come from the event alone, so writing it twice,
 * or late, is harmless.
 */
public final class MentionDocument {

    static final String INDICES = "mentions-*";

    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("\n").build();

    private MentionDocument() {}

    /** Where it is kept: a pure function of {@code at}, which never changes. */
    static String indexOf(Instant at) {
        var date = at.atOffset(ZoneOffset.UTC);
        var month = date.getMonthValue();
        return "mentions-" + date.getYear() + (month < 10 ? "-0" : "-") + month;
    }

    /**
     * Both lines, each with its line end.
     *
     * @param json the event as it was read
     */
    public static byte[] lines(MentionEvent event, byte[] json) {
        var lines = new ByteArrayOutputStream(2 * json.length + 512);
        try (var out = JSON.createGenerator(ObjectWriteContext.empty(), (OutputStream) lines)) {
            action(event, out);
            out.writeStartObject();
            out.writeStringProperty("project", event.project());
            out.writeStringProperty("postId", event.postId());
            out.writeNumberProperty("sequence", event.sequence());
            out.writeNumberProperty("at", event.at().toEpochMilli());
            switch (event) {
                case Found found -> document(found, json, out);
                case Withdrawn _ -> out.writeBooleanProperty("withdrawn", true);
            }
            out.writeEndObject();
        }
        lines.write('\n');
        return lines.toByteArray();
    }

    private static void action(MentionEvent event, JsonGenerator out) {
        out.writeStartObject();
        out.writeObjectPropertyStart("index");
        out.writeStringProperty("_index", indexOf(event.at()));
        out.writeStringProperty("_id", Topics.projectKey(event.project(), event.postId()));
        out.writeNumberProperty("version", event.sequence());
        out.writeStringProperty("version_type", "external");
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void document(Found found, byte[] json, JsonGenerator out) {
        out.writeBooleanProperty("withdrawn", false);
        out.writeNumberProperty("added", found.added().toEpochMilli());
        text("source", found.source(), out);
        text("type", word(found.type()), out);
        text("lang", found.lang(), out);
        text("site", found.site(), out);
        text("author", found.author(), out);
        text("thread", found.thread(), out);
        text("parent", found.parent(), out);
        text("repostOf", found.repostOf(), out);
        text("quoteOf", found.quoteOf(), out);
        text("country", found.place() == null ? null : found.place().country(), out);
        number("followers", found.followers(), out);
        if (found.rating() != null) {
            out.writeNumberProperty("rating", found.rating().value());
        }
        engagement(found.engagement(), out);
        if (found.tags() != null) {
            text("language", found.tags().language(), out);
            text("polarity", word(found.tags().polarity().pile()), out);
        }
        out.writeArrayPropertyStart("watches");
        found.watches().forEach(watch -> out.writeString(watch.watch()));
        out.writeEndArray();
        tokens(Tokens.of(found.title(), found.text()), out);
        out.writeName("mention");
        out.writeRawValue(new String(onOneLine(found, json), StandardCharsets.UTF_8));
    }

    /** A constant as it stands in the index. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void engagement(Engagement engagement, JsonGenerator out) {
        if (engagement == null) {
            return;
        }
        number("likes", engagement.likes(), out);
        number("replies", engagement.replies(), out);
        number("reposts", engagement.reposts(), out);
        number("views", engagement.views(), out);
    }

    private static void tokens(Tokens tokens, JsonGenerator out) {
        out.writeArrayPropertyStart("tok");
        tokens.values().forEach(out::writeString);
        out.writeEndArray();
        out.writeArrayPropertyStart("marks");
        tokens.marks().forEach(out::writeString);
        out.writeEndArray();
    }

    private static void text(String name, String value, JsonGenerator out) {
        if (value != null) {
            out.writeStringProperty(name, value);
        }
    }

    private static void number(String name, Long value, JsonGenerator out) {
        if (value != null) {
            out.writeNumberProperty(name, value.longValue());
        }
    }

    /** As our own topology writes it, it is on one line; a line end would break the whole bulk. */
    private static byte[] onOneLine(Found found, byte[] json) {
        for (var octet : json) {
            if (octet == '\n' || octet == '\r') {
                return Topics.MENTIONS.value().serializer().serialize(Topics.MENTIONS.name(), found);
            }
        }
        return json;
    }
}
