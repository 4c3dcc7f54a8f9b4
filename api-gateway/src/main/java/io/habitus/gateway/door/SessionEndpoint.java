package io.habitus.gateway.door;

import io.habitus.contracts.KeyEvent.Issued;
import io.habitus.contracts.KeyEvent.Scope;
import io.habitus.gateway.answers.Answers;
import io.habitus.gateway.answers.Body;
import io.habitus.gateway.answers.Problem;
import io.habitus.gateway.answers.Problem.FieldError;
import io.habitus.gateway.keys.Keys;
import io.habitus.gateway.keys.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Logging in and out with a browser, and who one is. */
public final class SessionEndpoint {

    private final Keys keys;
    private final Sessions sessions;
    private final FailedAttempts failures;
    private final BooleanSupplier ready;
    private final Clock clock;

    SessionEndpoint(Keys keys, Sessions sessions, FailedAttempts failures, BooleanSupplier ready, Clock clock) {
        this.keys = keys;
        this.sessions = sessions;
        this.failures = failures;
        this.ready = ready;
        this.clock = clock;
    }

    private record LogIn(String key) {}

    /** @param endsAt UTC; null for a key without an end */
    private record Who(
            String keyId, String name, Set<Scope> scopes, List<String> projects, boolean allProjects, Instant endsAt) {

        static Who of(Issued key, Instant endsAt) {
            return new Who(
                    key.keyId(),
                    key.name(),
                    key.scopes(),
                    key.projects(),
                    key.projects().isEmpty(),
                    endsAt);
        }
    }

    /** {@code POST /session}. */
    public ServerResponse logIn(ServerRequest request) throws IOException {
        var servlet = request.servletRequest();
        if (fromForeignPage(servlet)) {
            return Problem.forbidden("Log in from our own pages.").response();
        }
        if (!ready.getAsBoolean()) {
            return Problem.starting().response();
        }
        return switch (Body.read(request, LogIn.class)) {
            case Body.NotUnderstood(var problem) -> problem.response();
            case Body.Understood(LogIn(var key))
            when key == null ->
                Problem.invalid(List.of(new FieldError("key", "is missing"))).response();
            case Body.Understood(LogIn(var key)) ->
                keys.opening(key.strip()).map(issued -> open(issued, servlet)).orElseGet(() -> wrongKey(servlet));
        };
    }

    /** {@code DELETE /session}. Also for sessions that are over: the cookie goes in any case. */
    public ServerResponse logOut(ServerRequest request) {
        var servlet = request.servletRequest();
        if (fromForeignPage(servlet)) {
            return Problem.forbidden("Log out from our own pages.").response();
        }
        return ServerResponse.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.forget(servlet.isSecure()))
                .build();
    }

    /** {@code GET /me}. */
    public ServerResponse who(ServerRequest request) {
        var bearer = Passage.of(request).bearer();
        return Answers.ok(Who.of(bearer.key(), bearer.until()));
    }

    private ServerResponse open(Issued key, HttpServletRequest request) {
        var session = sessions.open(key);
        var life = Duration.between(clock.instant(), session.endsAt());
        return Answers.ok(
                Who.of(key, session.endsAt()),
                HttpHeaders.SET_COOKIE,
                SessionCookie.keep(session.note(), life, request.isSecure()));
    }

    private ServerResponse wrongKey(HttpServletRequest request) {
        var wait = failures.count(request.getRemoteAddr());
        return wait.isZero()
                ? Problem.unauthorized("The key is unknown, revoked or expired.")
                        .response()
                : Problem.tooManyAttempts(wait).response();
    }

    // Without either header it is no browser, and nobody can be tricked into it.
    private static boolean fromForeignPage(HttpServletRequest request) {
        return (request.getHeader("Sec-Fetch-Site") != null || request.getHeader(HttpHeaders.ORIGIN) != null)
                && !Credentials.fromHere(request);
    }
}
