package io.habitus.gateway.door;

import io.habitus.gateway.answers.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * A body that is still coming in. It ends in an error when it gets too long, when its sender is no longer welcome, or when
 * the rest does not come; and notes why, since whoever passes it on only sees that it broke off.
 */
final class WatchedStream extends ServletInputStream {

    /** Request attribute: why the body ended in an error, a {@link Problem}. */
    static final String WHY = WatchedStream.class.getName();

    private final HttpServletRequest request;
    private final ServletInputStream body;
    private final long limit;
    private final BooleanSupplier welcome;
    private long count;

    WatchedStream(HttpServletRequest request, long limit, BooleanSupplier welcome) throws IOException {
        this.request = request;
        this.body = request.getInputStream();
        this.limit = limit;
        this.welcome = welcome;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!welcome.getAsBoolean()) {
            throw broken(Problem.unauthorized("The key was revoked meanwhile."), null);
        }
        var read = readOn(target, offset, length);
        count += Math.max(0, read);
        if (count > limit) {
            throw broken(Problem.tooLarge(limit), null);
        }
        return read;
    }

    private int readOn(byte[] target, int offset, int length) throws IOException {
        try {
            return body.read(target, offset, length);
        } catch (IOException brokenOff) {
            throw broken(SentBody.problemOf(brokenOff), brokenOff);
        }
    }

    private IOException broken(Problem why, IOException cause) {
        request.setAttribute(WHY, why);
        return new IOException(why.detail(), cause);
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("read it blocking");
    }
}
