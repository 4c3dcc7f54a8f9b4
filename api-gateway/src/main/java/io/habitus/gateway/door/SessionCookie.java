package io.habitus.gateway.door;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The cookie a browser keeps its session in. No script can read it, no other site can send it. */
final class SessionCookie {

    static final String NAME = "habitus_session";

    /** @param secure whether the browser came by https; only then it will send the cookie by https alone */
    static String keep(String note, Duration life, boolean secure) {
        return cookie(note, life, secure);
    }

    static String forget(boolean secure) {
        return cookie("", Duration.ZERO, secure);
    }

    private static String cookie(String value, Duration life, boolean secure) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }

    private SessionCookie() {}
}
