package io.habitus.ingest.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines and holds one line at a time: at most {@link #MAX_LINE} bytes, however long a line
 * or the stream is. Lines end with LF or CRLF or the stream; a byte order mark before a line and blank lines are passed
 * over.
 */
public final class LineFeed {

    /** The longest line that is read, in bytes, without its end. */
    public static final int MAX_LINE = 1 << 20;

    private static final int FIRST_BUFFER = 1 << 16;
    // A line, its CR and its LF.
    private static final int LAST_BUFFER = MAX_LINE + 2;

    private final InputStream in;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int filled;
    private int next;
    private boolean ended;

    private int start;
    private int end;
    private boolean tooLong;
    private long number;

    /** @param firstLine the number of the first line */
    public LineFeed(InputStream in, long firstLine) {
        this.in = in;
        this.number = firstLine - 1;
    }

    /**
     * Moves to the next line that is not blank.
     *
     * @return false at the end of the stream
     * @throws IOException if the stream breaks off; the line it broke in is not a line
     */
    public boolean next() throws IOException {
        while (advance()) {
            number++;
            if (tooLong || !isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The number of the current line, blank lines counted. */
    public long number() {
        return number;
    }

    /** Whether the current line was longer than {@link #MAX_LINE}; its bytes are gone. */
    public boolean isTooLong() {
        return tooLong;
    }

    /** Holds the current line from {@link #start} to {@link #end}, until {@link #next}. */
    public byte[] bytes() {
        return buffer;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    private boolean advance() throws IOException {
        tooLong = false;
        int scanned = next;
        while (true) {
            int lineFeed = indexOfLineFeed(scanned);
            if (lineFeed >= 0) {
                set(next, lineFeed);
                next = lineFeed + 1;
                return true;
            }
            scanned = filled;
            if (ended) {
                boolean something = next < filled || tooLong;
                set(next, filled);
                next = filled;
                return something;
            }
            scanned -= makeRoom();
            fill();
        }
    }

    private int indexOfLineFeed(int from) {
        for (int i = from; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Makes room to read on and returns by how much the bytes moved. */
    private int makeRoom() {
        if (filled < buffer.length) {
            return 0;
        }
        if (filled - next == LAST_BUFFER) {
            tooLong = true;
        }
        int moved = tooLong ? filled : next;
        if (moved == 0) {
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 4, LAST_BUFFER));
            return 0;
        }
        System.arraycopy(buffer, moved, buffer, 0, filled - moved);
        filled -= moved;
        next = 0;
        return moved;
    }

    private void fill() throws IOException {
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            ended = true;
            return;
        }
        filled += read;
    }

    private void set(int from, int to) {
        start = from;
        end = to;
        if (end > start && buffer[end - 1] == '\r') {
            end--;
        }
        if (end - start >= 3
                && buffer[start] == (byte) 0xEF
                && buffer[start + 1] == (byte) 0xBB
                && buffer[start + 2] == (byte) 0xBF) {
            start += 3;
        }
        tooLong |= end - start > MAX_LINE;
    }

    private boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
