package io.habitus.gateway.door;

import io.habitus.gateway.answers.Problem;
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

    Set<String> PACKINGS = Set.of("gzip", "identity");

    /** @param welcome whether the sender may still send; asked while a long body comes in */
    static SentBody take(HttpServletRequest request, Payload payload, BooleanSupplier welcome) {
        if (!(payload instanceof Payload.None) && !isUtf8(request.getCharacterEncoding())) {
            return new Refused(Problem.unsupportedMediaType("UTF-8"));
        }
        try {
            return switch (payload) {
                case Payload.None _ -> new Accepted(new WithBody(request, new WholeStream(new byte[0])));
                case Payload.Json(var limit) -> takeWhole(request, limit);
                case Payload.Stream stream -> takeAsItComes(request, stream, welcome);
            };
        } catch (IOException brokenOff) {
            return new Refused(problemOf(brokenOff));
        }
    }

    /** What to say of a body that could not be read to its end. */
    static Problem problemOf(IOException brokenOff) {
        return brokenOff instanceof SocketTimeoutException
                ? Problem.tooSlow()
                : Problem.badRequest("The body broke off.");
    }

    private static SentBody takeWhole(HttpServletRequest request, int limit) throws IOException {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            return new Refused(Problem.unsupportedMediaType("it is, without a Content-Encoding"));
        }
        if (request.getContentLengthLong() > limit) {
            return new Refused(Problem.tooLarge(limit));
        }
        var bytes = request.getInputStream().readNBytes(limit + 1);
        if (bytes.length > limit) {
            return new Refused(Problem.tooLarge(limit));
        }
        var type = mediaType(request);
        if (bytes.length > 0 && !type.equals("application/json") && !type.endsWith("+json")) {
            return new Refused(Problem.unsupportedMediaType("application/json"));
        }
        return new Accepted(new WithBody(request, new WholeStream(bytes)));
    }

    private static SentBody takeAsItComes(HttpServletRequest request, Payload.Stream stream, BooleanSupplier welcome)
            throws IOException {
        if (!stream.types().include(mediaType(request))) {
            return new Refused(Problem.unsupportedMediaType(stream.types().preferred()));
        }
        var packing = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (packing != null && !PACKINGS.contains(packing.toLowerCase(Locale.ROOT))) {
            return new Refused(Problem.unsupportedMediaType("it is, or packed with gzip"));
        }
        if (request.getContentLengthLong() > stream.limit()) {
            return new Refused(Problem.tooLarge(stream.limit()));
        }
        return new Accepted(new WithBody(request, new WatchedStream(request, stream.limit(), welcome)));
    }

    private static boolean isUtf8(String encoding) {
        return encoding == null || encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name());
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
}
