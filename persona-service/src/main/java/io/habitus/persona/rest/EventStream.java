package io.habitus.persona.rest;

import io.habitus.persona.frames.Frame;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of server-sent events (WHATWG HTML, 9.2). An event's id is the vector of offsets of VIEWS up to which
 * everything was told: {@code partition:offset}, with commas between were there several partitions. What is no part of VIEWS
 * comes without an id, so that the place to go on from stays.
 */
final class EventStream {

    private static final Pattern ID = Pattern.compile("0:(\\d{1,18})");

    /** After how many milliseconds a browser whose connection broke asks again. */
    private static final String RETRY = "retry: 1000\n\n";

    private static final String BEAT = "event: beat\ndata: {}\n\n";

    private final OutputStream out;
    private final JsonMapper json;

    /** Sends the head of the answer at once. */
    EventStream(HttpServletResponse response, JsonMapper json) throws IOException {
        this.json = json;
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        this.out = response.getOutputStream();
        flush(RETRY);
    }

    /**
     * The offset in a {@code Last-Event-ID}; empty if it came without one. An id that is none of ours is further than
     * any: what it stands for is not known, so all is told anew.
     */
    static Optional<Long> offset(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return Optional.empty();
        }
        Matcher id = ID.matcher(lastEventId.strip());
        return Optional.of(id.matches() ? Long.parseLong(id.group(1)) : Long.MAX_VALUE);
    }

    void write(List<Frame> frames) throws IOException {
        if (frames.isEmpty()) {
            return;
        }
        var text = new StringBuilder();
        for (Frame frame : frames) {
            if (frame.offset() >= 0) {
                text.append("id: 0:").append(frame.offset()).append('\n');
            }
            text.append("event: ")
                    .append(frame.event().name().toLowerCase(Locale.ROOT))
                    .append("\ndata: ")
                    // On one line: JSON escapes line ends.
                    .append(json.writeValueAsString(frame.data()))
                    .append("\n\n");
        }
        flush(text.toString());
    }

    /**
     * Says that the connection stands, through every proxy. An event and no comment, because a page is never told of
     * those; without an id, so that the place to go on from stays.
     */
    void beat() throws IOException {
        flush(BEAT);
    }

    private void flush(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
