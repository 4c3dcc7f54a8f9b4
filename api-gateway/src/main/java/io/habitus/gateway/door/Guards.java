package io.habitus.gateway.door;

import io.habitus.contracts.KeyEvent.Scope;
import io.habitus.gateway.answers.Problem;
import io.habitus.gateway.keys.Keys;
import io.habitus.gateway.projects.Projects;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Decides who goes through. The one place where keys, scopes and projects are looked at. */
final class Guards {

    private final Credentials credentials;
    private final Keys keys;
    private final Projects projects;
    private final FailedAttempts failures;
    private final BooleanSupplier ready;
    private final Clock clock;

    /** @param ready whether keys and projects are known by now; until then nobody with a key can be judged */
    Guards(
            Credentials credentials,
            Keys keys,
            Projects projects,
            FailedAttempts failures,
            BooleanSupplier ready,
            Clock clock) {
        this.credentials = credentials;
        this.keys = keys;
        this.projects = projects;
        this.failures = failures;
        this.ready = ready;
        this.clock = clock;
    }

    /** What was decided. */
    sealed interface Verdict {

        record LetIn(Visitor visitor) implements Verdict {}

        record Refused(Problem problem) implements Verdict {}
    }

    Verdict judge(Route route, Map<String, String> variables, HttpServletRequest request) {
        if (route.access() instanceof Access.Open) {
            return new Verdict.LetIn(new Visitor.Stranger());
        }
        if (!ready.getAsBoolean()) {
            return new Verdict.Refused(Problem.starting());
        }
        return switch (credentials.shown(request)) {
            case Credentials.Shown.Nothing _ ->
                new Verdict.Refused(Problem.unauthorized("A key is wanted: Authorization: Bearer hab_..."));
            case Credentials.Shown.Wrong _ -> new Verdict.Refused(wrongKey(request));
            case Credentials.Shown.FromElsewhere _ ->
                new Verdict.Refused(Problem.forbidden("A session can change things from our own pages only."));
            case Credentials.Shown.Good(var bearer) -> judge(route.access(), variables, bearer);
        };
    }

    /** Whether somebody who was let in would be let in again. */
    boolean stillWelcome(Passage passage) {
        return switch (passage.visitor()) {
            case Visitor.Stranger _ -> true;
            case Visitor.Bearer bearer ->
                (bearer.until() == null || clock.instant().isBefore(bearer.until()))
                        && keys.live(bearer.key().keyId()).isPresent()
                        && passage.project()
                                .map(projects::find)
                                .map(Optional::isPresent)
                                .orElse(true);
        };
    }

    private Problem wrongKey(HttpServletRequest request) {
        var wait = failures.count(request.getRemoteAddr());
        return wait.equals(Duration.ZERO)
                ? Problem.unauthorized("The key or session is unknown, revoked or expired.")
                : Problem.tooManyAttempts(wait);
    }

    private Verdict judge(Access access, Map<String, String> variables, Visitor.Bearer bearer) {
        return scopeMissing(access, bearer)
                .or(() -> reachMissing(access, bearer))
                .or(() -> projectMissing(variables, bearer))
                .<Verdict>map(Verdict.Refused::new)
                .orElseGet(() -> new Verdict.LetIn(bearer));
    }

    private static Optional<Problem> scopeMissing(Access access, Visitor.Bearer bearer) {
        return switch (access) {
            case Access.Open _, Access.Keyed _ -> Optional.empty();
            case Access.Scoped(var scope) -> scopeMissing(scope, bearer);
            case Access.Everywhere(var scope) -> scopeMissing(scope, bearer);
        };
    }

    private static Optional<Problem> scopeMissing(Scope scope, Visitor.Bearer bearer) {
        return bearer.may(scope)
                ? Optional.empty()
                : Optional.of(Problem.forbidden(
                        "This needs a key with the scope " + scope.name().toLowerCase(Locale.ROOT) + "."));
    }

    private static Optional<Problem> reachMissing(Access access, Visitor.Bearer bearer) {
        return access instanceof Access.Everywhere && !bearer.everywhere()
                ? Optional.of(Problem.forbidden("This needs a key that opens all projects."))
                : Optional.empty();
    }

    // A foreign project and none at all look the same from outside: nobody learns which projects there are.
    private Optional<Problem> projectMissing(Map<String, String> variables, Visitor.Bearer bearer) {
        var project = variables.get(Route.PROJECT);
        if (project == null || (bearer.opens(project) && projects.find(project).isPresent())) {
            return Optional.empty();
        }
        return Optional.of(Problem.notFound("There is no such project."));
    }
}
