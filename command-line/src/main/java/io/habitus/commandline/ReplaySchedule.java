package io.habitus.commandline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines of a file with their times moved. */
final class ReplaySchedule implements Schedule {

    private static final List<String> NAMES_OF_POSTS = List.of("id", "thread", "parent", "repost_of", "quote_of");

    /** When a line comes again, and what it says then of its time; both from what it said. */
    sealed interface Shift {

        Instant moved(long time);

        Instant due(long time);

        /** Live from {@code start} on, so many times as fast; {@code first} is the file's first time. */
        record Live(long first, Instant start, double speed) implements Shift {
            @Override
            public Instant moved(long time) {
                return start.plusMillis(Math.round((time - first) / speed));
            }

            @Override
            public Instant due(long time) {
                return moved(time);
            }
        }

        /** All at once, spread over the time before {@code end}. */
        record Squeezed(long first, long last, Instant end, Duration length) implements Shift {
            @Override
            public Instant moved(long time) {
                double share = last == first ? 1 : (double) (time - first) / (last - first);
                return end.minusMillis(Math.round((1 - share) * length.toMillis()));
            }

            @Override
            public Instant due(long time) {
                return end;
            }
        }
    }

    private final ReplayIndex index;
    private final ReplayTimes goneBy;
    private final FileChannel file;
    private final Shift shift;
    private final String suffix;
    private int place;

    /**
     * @param plain the file the index is of; stays open
     * @param suffix of every id, or an empty one
     */
    ReplaySchedule(ReplayIndex index, ReplayTimes goneBy, FileChannel plain, Shift shift, String suffix) {
        this.index = index;
        this.goneBy = goneBy;
        this.shift = shift;
        this.suffix = suffix;
        file = plain;
    }

    @Override
    public boolean hasNext() {
        return place < index.size();
    }

    @Override
    public Instant due() {
        return shift.due(index.time(place));
    }

    @Override
    public byte[] next() throws IOException {
        byte[] line = read();
        place++;
        try {
            return Json.read(line) instanceof ObjectNode post ? Json.bytes(changed(post)) : line;
        } catch (JacksonException notJson) {
            return line;
        }
    }

    private byte[] read() throws IOException {
        var buffer = ByteBuffer.allocate(index.length(place));
        long offset = index.offset(place);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, offset + buffer.position()) < 0) {
                throw new IOException("the file became shorter");
            }
        }
        return buffer.array();
    }

    private ObjectNode changed(ObjectNode post) {
        Instant stated = goneBy.stated(post);
        if (stated != null) {
            post.put("created_at", shift.moved(stated.toEpochMilli()).toString());
        }
        if (!suffix.isEmpty()) {
            for (String name : NAMES_OF_POSTS) {
                JsonNode id = post.path(name);
                if (id.isString() || id.isNumber()) {
                    post.put(name, id.asString() + suffix);
                }
            }
        }
        return post;
    }
}
