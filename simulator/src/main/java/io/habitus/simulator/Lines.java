package io.habitus.simulator;

import io.habitus.simulator.SimulatedPost.Figures;
import java.time.Instant;
import java.util.Locale;

/** The lines as JSON. Written by hand, because a million of them should take seconds. */
final class Lines {

    /**
     * What a created or updated post says.
     *
     * @param revision 0 for none
     * @param at null if it does not say
     * @param stars of a review, 1 to 5, or null
     * @param country or null
     */
    record Content(
            String id,
            boolean update,
            int revision,
            String type,
            Instant at,
            String lang,
            String text,
            Voice voice,
            String thread,
            String parent,
            String repostOf,
            String quoteOf,
            Integer stars,
            String country,
            Figures figures) {}

    static String published(Content post) {
        var json = begun(post.id);
        if (post.update) {
            field(json, "operation", "update");
        }
        if (post.revision > 0) {
            json.append(",\"revision\":").append(post.revision);
        }
        field(json, "created_at", post.at == null ? null : post.at.toString());
        field(json, "type", post.type);
        field(json, "lang", post.lang);
        field(json, "text", post.text);
        field(json, "url", "https://social.example.org/" + post.id);
        if (post.voice != null) {
            json.append(",\"author\":{\"id\":\"").append(post.voice.id()).append('"');
            field(json, "handle", post.voice.handle());
            field(json, "name", post.voice.name());
            json.append(",\"followers\":").append(post.voice.followers()).append('}');
        }
        field(json, "thread", post.thread);
        field(json, "parent", post.parent);
        field(json, "repost_of", post.repostOf);
        field(json, "quote_of", post.quoteOf);
        if (post.stars != null) {
            json.append(",\"rating\":{\"value\":").append(post.stars).append(",\"max\":5}");
        }
        if (post.country != null) {
            json.append(",\"place\":{\"country\":\"").append(post.country).append("\"}");
        }
        figures(json, post.figures);
        return json.append('}').toString();
    }

    static String delete(String id) {
        var json = begun(id);
        field(json, "operation", "delete");
        return json.append('}').toString();
    }

    static String measure(String id, Figures figures) {
        var json = begun(id);
        field(json, "operation", "measure");
        figures(json, figures);
        return json.append('}').toString();
    }

    static String truth(SimulatedPost post) {
        var json = begun(post.id());
        json.append(",\"deleted\":").append(post.deleted());
        json.append(",\"edited\":").append(post.edited());
        field(json, "written_at", post.createdAt().toString());
        field(
                json,
                "created_at",
                post.statedAt() == null ? null : post.statedAt().toString());
        field(json, "type", post.type());
        field(json, "lang", post.lang());
        field(json, "author", post.author());
        field(json, "thread", post.thread());
        field(json, "parent", post.parent());
        field(json, "repost_of", post.repostOf());
        field(json, "quote_of", post.quoteOf());
        field(json, "text", post.text());
        figures(json, post.figures());
        array(json, "heard_by", post.heardBy());
        planted(json, post.planted());
        return json.append('}').toString();
    }

    private static void planted(StringBuilder json, SimulatedPost.Planted planted) {
        field(json, "deed", word(planted.deed()));
        field(json, "polarity", planted.polarity());
        json.append(",\"opinions\":[");
        String comma = "";
        for (var opinion : planted.opinions().entrySet()) {
            json.append(comma).append("{\"watch\":");
            quoted(json, opinion.getKey());
            field(json, "polarity", word(opinion.getValue()));
            json.append('}');
            comma = ",";
        }
        json.append("],\"own_words\":").append(planted.ownWords());
        field(json, "persona", planted.persona());
        if (planted.incident() >= 0) {
            json.append(",\"incident\":").append(planted.incident());
        }
    }

    /** A constant as it stands in JSON. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static void array(StringBuilder json, String name, Iterable<String> values) {
        json.append(",\"").append(name).append("\":[");
        String comma = "";
        for (String value : values) {
            json.append(comma);
            quoted(json, value);
            comma = ",";
        }
        json.append(']');
    }

    private static StringBuilder begun(String id) {
        var json = new StringBuilder(384).append("{\"id\":");
        quoted(json, id);
        field(json, "source", Simulation.SOURCE);
        return json;
    }

    private static void figures(StringBuilder json, Figures figures) {
        if (figures == null) {
            return;
        }
        json.append(",\"likes\":").append(figures.likes());
        json.append(",\"replies\":").append(figures.replies());
        json.append(",\"reposts\":").append(figures.reposts());
        json.append(",\"views\":").append(figures.views());
    }

    static void field(StringBuilder json, String name, String value) {
        if (value == null) {
            return;
        }
        json.append(",\"").append(name).append("\":");
        quoted(json, value);
    }

    static void quoted(StringBuilder json, String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }

    private Lines() {}
}
