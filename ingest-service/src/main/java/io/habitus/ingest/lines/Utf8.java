package io.habitus.ingest.lines;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether bytes are UTF-8, strictly: no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;

    /** The index of the first byte that does not belong, or -1. JSON parsers let some of these through. */
    static int firstInvalid(byte[] bytes, int start, int end) {
        int i = start;
        while (i < end) {
            if (i + 8 <= end && ((long) EIGHT.get(bytes, i) & NOT_ASCII) == 0) {
                i += 8;
                continue;
            }
            int length = sequenceAt(bytes, i, end);
            if (length == 0) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    /** The length of the well-formed sequence at {@code i}, 0 if there is none. */
    private static int sequenceAt(byte[] bytes, int i, int end) {
        int first = bytes[i] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        if (first < 0xE0) {
            return follows(bytes, i + 1, end, 0x80, 0xBF) ? 2 : 0;
        }
        if (first < 0xF0) {
            int least = first == 0xE0 ? 0xA0 : 0x80;
            int most = first == 0xED ? 0x9F : 0xBF;
            return follows(bytes, i + 1, end, least, most) && follows(bytes, i + 2, end, 0x80, 0xBF) ? 3 : 0;
        }
        int least = first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xF4 ? 0x8F : 0xBF;
        return follows(bytes, i + 1, end, least, most)
                        && follows(bytes, i + 2, end, 0x80, 0xBF)
                        && follows(bytes, i + 3, end, 0x80, 0xBF)
                ? 4
                : 0;
    }

    private static boolean follows(byte[] bytes, int i, int end, int least, int most) {
        return i < end && (bytes[i] & 0xFF) >= least && (bytes[i] & 0xFF) <= most;
    }

    private Utf8() {}
}
