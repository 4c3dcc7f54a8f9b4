package io.habitus.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream of lines into pieces small enough for one request. Memory does not grow with the length of the stream or
 * of a line.
 */
final class Chunks {

    /** The door answers with at most so many refused lines, so a chunk never holds more. */
    static final int MOST_LINES = 1_000;

    private static final int MOST_BYTES = 4 << 20;

    /**
     * Of a longer line only so much is sent: the door refuses lines over 1 MiB by their length alone, so the rest
     * would travel for nothing, and the refusal stays its decision.
     */
    private static final int LONGEST_SENT = (1 << 20) + 1_024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final byte[] read = new byte[1 << 16];
    private int readStart;
    private int readEnd;
    private boolean ended;

    private long lines;
    private long offset;

    /**
     * @param lines how many lines come before this stream's first byte
     * @param offset how many bytes come before it
     */
    Chunks(InputStream in, long lines, long offset) {
        this.in = in;
        this.lines = lines;
        this.offset = offset;
    }

    /**
     * Some whole lines.
     *
     * @param bytes the lines, each with its line feed, from 0 to {@code length}
     * @param firstLine number of the first line, from 1
     * @param lastLine number of the last line
     * @param spoken how many of them are not blank
     * @param end how many bytes of the stream lie before the next chunk
     */
    record Chunk(byte[] bytes, int length, long firstLine, long lastLine, int spoken, long end) {

        /** The bytes of one of its lines, without the line feed. */
        byte[] line(long number) {
            int start = 0;
            for (long line = firstLine; line < number; line++) {
                start = lineFeed(start) + 1;
            }
            return Arrays.copyOfRange(bytes, start, lineFeed(start));
        }

        private int lineFeed(int from) {
            int position = from;
            while (bytes[position] != '\n') {
                position++;
            }
            return position;
        }
    }

    /** The next chunk, or null at the end. */
    Chunk next() throws IOException {
        var gathered = new Gathered();
        long first = lines + 1;
        while (lines - first + 1 < MOST_LINES && gathered.size < MOST_BYTES - LONGEST_SENT && readLine(gathered)) {
            lines++;
        }
        if (lines < first) {
            return null;
        }
        return new Chunk(gathered.bytes, gathered.size, first, lines, gathered.spoken, offset);
    }

    /**
     * Whether the door passes over these bytes of a line and does not count them: they are nothing but spaces, tabs and
     * carriage returns, perhaps behind a byte order mark.
     */
    static boolean isBlank(byte[] bytes, int start, int end) {
        boolean marked =
                end - start >= 3 && Arrays.equals(bytes, start, start + 3, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
        for (int i = marked ? start + 3 : start; i < end; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean readLine(Gathered gathered) throws IOException {
        int start = gathered.size;
        boolean something = false;
        while (fill()) {
            something = true;
            int end = indexOfLineFeed();
            int room = LONGEST_SENT - (gathered.size - start);
            gathered.add(read, readStart, Math.min(room, end - readStart));
            offset += end - readStart;
            readStart = end;
            if (end < readEnd) {
                readStart++;
                offset++;
                break;
            }
        }
        if (something) {
            gathered.endLine(start);
        }
        return something;
    }

    private boolean fill() throws IOException {
        if (readStart < readEnd) {
            return true;
        }
        if (ended) {
            return false;
        }
        readStart = 0;
        readEnd = Math.max(0, in.read(read, 0, read.length));
        ended = readEnd == 0;
        return !ended;
    }

    private int indexOfLineFeed() {
        int position = readStart;
        while (position < readEnd && read[position] != '\n') {
            position++;
        }
        return position;
    }

    private static final class Gathered {

        private byte[] bytes = new byte[1 << 18];
        private int size;
        private int spoken;

        void add(byte[] from, int start, int length) {
            if (size + length + 1 > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length + 1));
            }
            System.arraycopy(from, start, bytes, size, length);
            size += length;
        }

        void endLine(int start) {
            spoken += isBlank(bytes, start, size) ? 0 : 1;
            bytes[size++] = '\n';
        }
    }
}
