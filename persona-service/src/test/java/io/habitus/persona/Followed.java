package io.habitus.persona;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream of server-sent events, read as it comes. */
final class Followed implements AutoCloseable {

    /** One event; without an id it is null. */
    record Event(String id, String name, JsonNode data) {}

    private static final Event END = new Event(null, "end", null);

    private final InputStream stream;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    Followed(InputStream stream) {
        this.stream = stream;
        Thread.ofVirtual().name("followed").start(this::read);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String id = null;
            String name = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(id, name, JsonMapper.shared().readTree(line.substring(6))));
                }
            }
            events.add(END);
        } catch (IOException closed) {
            events.add(END);
        }
    }

    /** The next event, which comes within some seconds. */
    Event next() throws IOException, InterruptedException {
        Event event = events.poll(20, TimeUnit.SECONDS);
        if (event == null || event == END) {
            throw new EOFException(event == null ? "no event for 20 seconds" : "the stream has ended");
        }
        return event;
    }

    /** The next event of which this is true. */
    Event until(Predicate<Event> wanted) throws IOException, InterruptedException {
        while (true) {
            Event event = next();
            if (wanted.test(event)) {
                return event;
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
