package io.habitus.gateway.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.regex.Pattern;

/** What every answer carries, whatever it is: what browsers may do with it, and the request's id. */
public final class ResponseHeaders {

    /** The header that names a request. Taken over from the client where it is harmless. */
    public static final String REQUEST_ID = "X-Request-Id";

    private static final Pattern HARMLESS_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'");

    private static final String PERMISSIONS_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), "
                    + "display-capture=(), browsing-topics=()";

    /**
     * Sets them.
     *
     * @return the id of this request
     */
    public static String set(HttpServletRequest request, HttpServletResponse response) {
        var requestId = requestId(request);
        set(requestId, request.isSecure(), response);
        return requestId;
    }

    static void set(String requestId, boolean secure, HttpServletResponse response) {
        response.setHeader(REQUEST_ID, requestId);
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
        if (secure) {
            // On plain http browsers must ignore it (RFC 6797), and a laptop must not lock itself out of localhost.
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static String requestId(HttpServletRequest request) {
        var given = request.getHeader(REQUEST_ID);
        return given != null && HARMLESS_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    private ResponseHeaders() {}
}
