package io.habitus.gateway.door;

import io.habitus.gateway.answers.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpHeaders;

/** The body of a request that was let in, as the handlers get to see it: bounded, of the right kind, or refused. */
sealed interface SentBody {

    /** @param request whose body may be read to its end without harm */
    record Accepted(HttpServletRequest request) implements SentBody {}

    record Refused(Problem problem) implements SentBody {}

    Set<String> LINES = Set.of("application/x-ndjson", "application/ndjson", "application/jsonl");

    /** @param welcome whether the sender may still send; asked while a long body comes in */
    static SentBody take(HttpServletRequest request, Payload payload, BooleanSupplier welcome) {
        if (!(payload instanceof Payload.None) && request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            return new Refused(Problem.unsupportedMediaType("it is, without a Content-Encoding"));
        }
        return switch (payload) {
            case Payload.None _ -> new Accepted(new WithBody(request, new WholeStream(new byte[0])));
            case Payload.Json json -> takeWhole(request, json.limit());
            case Payload.Lines _ ->
                LINES.contains(mediaType(request))
                        ? streamed(request, welcome)
                        : new Refused(Problem.unsupportedMediaType("application/x-ndjson"));
        };
    }

    private static SentBody takeWhole(HttpServletRequest request, int limit) {
        if (request.getContentLengthLong() > limit) {
            return new Refused(Problem.tooLarge(limit));
        }
        try {
            var bytes = request.getInputStream().readNBytes(limit + 1);
            if (bytes.length > limit) {
                return new Refused(Problem.tooLarge(limit));
            }
            var type = mediaType(request);
            if (bytes.length > 0 && !type.equals("application/json") && !type.endsWith("+json")) {
                return new Refused(Problem.unsupportedMediaType("application/json"));
            }
            return new Accepted(new WithBody(request, new WholeStream(bytes)));
        } catch (SocketTimeoutException slow) {
            return new Refused(Problem.tooSlow());
        } catch (IOException brokenOff) {
            return new Refused(Problem.badRequest("The body broke off."));
        }
    }

    private static SentBody streamed(HttpServletRequest request, BooleanSupplier welcome) {
        try {
            return new Accepted(new WithBody(request, new WatchedStream(request.getInputStream(), welcome)));
        } catch (IOException brokenOff) {
            return new Refused(Problem.badRequest("The body broke off."));
        }
    }

    private static String mediaType(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null) {
            return "";
        }
        var end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** A request whose body is another one. */
    final class WithBody extends HttpServletRequestWrapper {

        private final ServletInputStream body;

        WithBody(HttpServletRequest request, ServletInputStream body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }
    }

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

    /** A body that is still coming in. It ends in an error when its sender is no longer welcome. */
    final class WatchedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final BooleanSupplier welcome;

        WatchedStream(ServletInputStream body, BooleanSupplier welcome) {
            this.body = body;
            this.welcome = welcome;
        }

        @Override
        public int read() throws IOException {
            check();
            return body.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            check();
            return body.read(target, offset, length);
        }

        private void check() throws IOException {
            if (!welcome.getAsBoolean()) {
                throw new NoLongerWelcome();
            }
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

    /** The key was revoked while its bearer was still sending. */
    final class NoLongerWelcome extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
