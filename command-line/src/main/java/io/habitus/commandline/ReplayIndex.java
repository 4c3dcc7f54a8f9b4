package io.habitus.commandline;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Where each line of a file lies, in the order of time: 28 bytes for a line, and no text. A new post is placed by the time
 * it states; an edit, a deletion, a count, and what states no time to go by, at the latest time stated before it. Such a
 * line is left out if the post that states a time before it is.
 */
final class ReplayIndex {

    /** What of a line is read to see its time; the door refuses longer ones. */
    private static final int LONGEST = (1 << 20) + 1_024;

    private long[] offsets = new long[1_024];
    private long[] times = new long[1_024];
    private int[] lengths = new int[1_024];
    private int[] numbers = new int[1_024];
    private int count;
    private long leftOut;
    private int[] order;
    private final ReplayTimes goneBy;

    private ReplayIndex(ReplayTimes goneBy) {
        this.goneBy = goneBy;
    }

    /** Reads a plain file once, from its beginning; it stays open. */
    static ReplayIndex of(FileChannel plain, ReplayTimes goneBy) throws IOException {
        var index = new ReplayIndex(goneBy);
        plain.position(0);
        index.read(new BufferedInputStream(Channels.newInputStream(plain), 1 << 16));
        index.sort();
        return index;
    }

    int size() {
        return count;
    }

    /** How many lines were not wanted. */
    long leftOut() {
        return leftOut;
    }

    /** Milliseconds since 1970 of the line that comes at this place, from 0. */
    long time(int place) {
        return times[order[place]];
    }

    long offset(int place) {
        return offsets[order[place]];
    }

    int length(int place) {
        return lengths[order[place]];
    }

    /** The number of the line in the file, from 1, blank ones counted. */
    int number(int place) {
        return numbers[order[place]];
    }

    private void read(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(1_024);
        long offset = 0;
        long start = 0;
        int number = 1;
        long latest = Long.MIN_VALUE;
        boolean wanted = true;
        for (int b = in.read(); ; b = in.read()) {
            if (b >= 0 && b != '\n') {
                if (line.size() < LONGEST) {
                    line.write(b);
                }
                offset++;
                continue;
            }
            byte[] bytes = line.toByteArray();
            if (!Chunks.isBlank(bytes, 0, bytes.length)) {
                Instant stated = stated(bytes);
                if (stated != null) {
                    wanted = goneBy.isWanted(stated);
                    latest = wanted ? Math.max(latest, stated.toEpochMilli()) : latest;
                }
                if (wanted) {
                    add(start, bytes.length, number, stated == null ? latest : stated.toEpochMilli());
                }
                leftOut += wanted ? 0 : 1;
            }
            if (b < 0) {
                break;
            }
            line.reset();
            number++;
            start = ++offset;
        }
        // What comes before the first time comes with it.
        long first = Arrays.stream(times, 0, count)
                .filter(time -> time != Long.MIN_VALUE)
                .findFirst()
                .orElse(Long.MIN_VALUE);
        for (int i = 0; i < count && times[i] == Long.MIN_VALUE; i++) {
            times[i] = first;
        }
    }

    /** The time a new post states, or null. */
    private Instant stated(byte[] line) {
        try {
            JsonNode json = Json.read(line);
            boolean isNew = json.path("operation").asString("create").equals("create");
            return isNew ? goneBy.stated(json) : null;
        } catch (JacksonException notJson) {
            // It is sent as it is, and the door says what it thinks of it.
            return null;
        }
    }

    private void add(long offset, int length, int number, long time) {
        if (count == times.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            times = Arrays.copyOf(times, count * 2);
            lengths = Arrays.copyOf(lengths, count * 2);
            numbers = Arrays.copyOf(numbers, count * 2);
        }
        offsets[count] = offset;
        lengths[count] = length;
        numbers[count] = number;
        times[count++] = time;
    }

    /** By time; what has the same time stays in the order of the file. */
    private void sort() {
        order = new int[count];
        Arrays.setAll(order, i -> i);
        boolean sorted = true;
        for (int i = 1; i < count; i++) {
            sorted &= times[i - 1] <= times[i];
        }
        if (sorted) {
            return;
        }
        int[] from = order;
        int[] to = new int[count];
        for (int width = 1; width > 0 && width < count; width *= 2) {
            for (int start = 0; start < count; start += 2 * width) {
                merge(from, to, start, Math.min(start + width, count), Math.min(start + 2 * width, count));
            }
            int[] merged = to;
            to = from;
            from = merged;
        }
        order = from;
    }

    private void merge(int[] from, int[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeLeft = left < middle && (right >= end || times[from[left]] <= times[from[right]]);
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
