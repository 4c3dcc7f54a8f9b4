package io.habitus.gateway.door;

import io.habitus.gateway.keys.Keys;
import io.habitus.gateway.keys.Sessions;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** What a request shows at the door: a key as bearer token, or a session as cookie. */
final class Credentials {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");
    private static final String BEARER = "bearer ";

    private final Keys keys;
    private final Sessions sessions;

    Credentials(Keys keys, Sessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    /** What was shown. */
    sealed interface Shown {

        record Nothing() implements Shown {}

        /** A key or session that opens nothing. */
        record Wrong() implements Shown {}

        /** A good session, but sent by a page that is not ours. */
        record FromElsewhere() implements Shown {}

        record Good(Visitor.Bearer bearer) implements Shown {}
    }

    Shown shown(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? good(keys.opening(header.substring(BEARER.length()).strip())
                            .map(key -> new Visitor.Bearer(key, key.expiresAt())))
                    : new Shown.Wrong();
        }
        var cookie = sessionCookie(request);
        if (cookie.isEmpty()) {
            return new Shown.Nothing();
        }
        var shown = good(
                sessions.opening(cookie.get()).map(session -> new Visitor.Bearer(session.key(), session.endsAt())));
        if (shown instanceof Shown.Good && !SAFE_METHODS.contains(request.getMethod()) && !fromHere(request)) {
            return new Shown.FromElsewhere();
        }
        return shown;
    }

    private static Shown good(Optional<Visitor.Bearer> bearer) {
        return bearer.<Shown>map(Shown.Good::new).orElseGet(Shown.Wrong::new);
    }

    private static Optional<String> sessionCookie(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(SessionCookie.NAME))
                .map(Cookie::getValue)
                .findFirst();
    }

    /**
     * Whether the request comes from a page of ours. Browsers say so themselves; where they do not (plain http on another
     * host than localhost), they name the page's origin.
     */
    static boolean fromHere(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null) {
            return false;
        }
        try {
            var page = URI.create(origin);
            return request.getScheme().equalsIgnoreCase(page.getScheme()) && isOurAddress(page, request);
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }

    /** As the browser called us: a proxy that says by which scheme need not say by which port. */
    private static boolean isOurAddress(URI page, HttpServletRequest request) {
        return page.getAuthority() != null && page.getAuthority().equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
                || request.getServerName().equalsIgnoreCase(page.getHost()) && request.getServerPort() == portOf(page);
    }

    private static int portOf(URI page) {
        if (page.getPort() != -1) {
            return page.getPort();
        }
        return "https".equalsIgnoreCase(page.getScheme()) ? 443 : 80;
    }
}
