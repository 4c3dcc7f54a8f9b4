package io.habitus.gateway.answers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Why a request was not done, as RFC 9457 wants it said. Every error that leaves this door is one of these; it never
 * says how the inside is made.
 *
 * @param status the HTTP status, 400 to 599
 * @param type the last part of the type's URN: {@code urn:habitus:problem:<type>}
 * @param title the same for every problem of this type
 * @param detail what went wrong this time and, where it is known, what to do
 * @param errors the fields that are wrong; empty where no field is to blame
 * @param headers that the status asks for, for example {@code Retry-After}
 */
public record Problem(
        int status, String type, String title, String detail, List<FieldError> errors, Map<String, String> headers) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * A field that is wrong.
     *
     * @param field its name in the request
     * @param message what is wrong with it, a sentence for a person
     */
    public record FieldError(String field, String message) {}

    /** How long to wait for a service that is being restarted. */
    private static final Duration SOON = Duration.ofSeconds(5);

    public static Problem badRequest(String detail) {
        return plain(400, "bad-request", "Not a readable request", detail);
    }

    public static Problem unauthorized(String detail) {
        return plain(401, "unauthorized", "No valid key", detail)
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"habitus\"");
    }

    public static Problem forbidden(String detail) {
        return plain(403, "forbidden", "Not allowed", detail);
    }

    public static Problem notFound(String detail) {
        return plain(404, "not-found", "Not found", detail);
    }

    /** @param allowed the methods that exist, as the header {@code Allow} lists them */
    public static Problem methodNotAllowed(String allowed) {
        return plain(405, "method-not-allowed", "Method not allowed", "Here one can " + allowed + ".")
                .with(HttpHeaders.ALLOW, allowed);
    }

    public static Problem tooSlow() {
        return plain(408, "request-timeout", "The request came too slowly", "The rest of the request did not come.");
    }

    public static Problem conflict(String detail) {
        return plain(409, "conflict", "In conflict with what is", detail);
    }

    /** @param limit of the body, in bytes */
    public static Problem tooLarge(long limit) {
        return plain(413, "too-large", "Too large", "A body may have at most " + limit + " bytes here.");
    }

    /** @param wanted the media type that is understood here */
    public static Problem unsupportedMediaType(String wanted) {
        return plain(415, "unsupported-media-type", "Media type not supported", "Send the body as " + wanted + ".");
    }

    public static Problem invalid(List<FieldError> errors) {
        var detail = errors.getFirst().field() + ": " + errors.getFirst().message();
        return new Problem(422, "invalid", "Not acceptable as it is", detail, errors, Map.of());
    }

    public static Problem tooManyAttempts(Duration wait) {
        return plain(429, "too-many-attempts", "Too many failed attempts", "Too many wrong keys came from here.")
                .with(HttpHeaders.RETRY_AFTER, seconds(wait));
    }

    /** @param most streams that one key may follow at once */
    public static Problem tooManyStreams(int most) {
        return plain(
                        429,
                        "too-many-streams",
                        "Too many open streams",
                        "This key follows " + most + " streams, as many as one may. Close one, or use another key.")
                .with(HttpHeaders.RETRY_AFTER, seconds(SOON));
    }

    /** @param requestId under which the log says more */
    public static Problem internal(String requestId) {
        return plain(500, "internal", "Something broke here", "The log says more under request " + requestId + ".");
    }

    public static Problem upstreamFailed(String service) {
        return plain(502, "service-failed", "A service failed", service + " could not do this.");
    }

    public static Problem away(String service) {
        return plain(503, "service-away", "A service is away", service + " does not answer. Try again in a moment.")
                .with(HttpHeaders.RETRY_AFTER, seconds(SOON));
    }

    /** More was asked of a service than it could answer in time. */
    public static Problem busy(String service) {
        return plain(503, "service-busy", "A service is busy", service + " is asked too much at once. Ask more slowly.")
                .with(HttpHeaders.RETRY_AFTER, seconds(Duration.ofSeconds(1)));
    }

    public static Problem starting() {
        return plain(503, "starting", "Not ready yet", "Keys and projects are not read yet. Try again in a moment.")
                .with(HttpHeaders.RETRY_AFTER, seconds(Duration.ofSeconds(1)));
    }

    public static Problem late(String service) {
        return plain(504, "service-late", "A service took too long", service + " did not answer in time.");
    }

    /** A problem of any other status, in the words of the HTTP standard. */
    public static Problem ofStatus(int status) {
        var known = HttpStatus.resolve(status);
        var title = known == null ? "Status " + status : known.getReasonPhrase();
        return plain(status, "http-" + status, title, title + ".");
    }

    /** The problem as a handler's answer. */
    public ServerResponse response() {
        return ServerResponse.status(status).build((_, response) -> {
            write(response);
            return null;
        });
    }

    /** The problem as the answer to a request that reached no handler. */
    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MEDIA_TYPE);
        var body = Json.write(members());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        // At once: otherwise the server first reads what the client is still sending, and who trickles waits for it.
        response.flushBuffer();
    }

    private Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "urn:habitus:problem:" + type);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        if (!errors.isEmpty()) {
            members.put("errors", errors);
        }
        return members;
    }

    private static Problem plain(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, List.of(), Map.of());
    }

    private Problem with(String header, String value) {
        return new Problem(status, type, title, detail, errors, Map.of(header, value));
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
