package io.habitus.gateway.door;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;

/** A body that is here already. */
final class WholeStream extends ServletInputStream {

    private final byte[] bytes;
    private int next;

    WholeStream(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return next < bytes.length ? bytes[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (next == bytes.length) {
            return -1;
        }
        var count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public boolean isFinished() {
        return next == bytes.length;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("read it blocking");
    }
}
