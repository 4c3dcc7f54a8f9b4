package io.habitus.gateway.door;

import io.habitus.gateway.answers.Problem;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * A request that was let in.
 *
 * @param requestId under which it is logged, here and in the services
 * @param variables of the route's path, by name
 */
public record Passage(String requestId, Route route, Visitor visitor, Map<String, String> variables) {

    static final String ATTRIBUTE = Passage.class.getName();

    /** The passage of a request. Every request that reaches a handler has one. */
    public static Passage of(ServerRequest request) {
        return (Passage) request.attribute(ATTRIBUTE).orElseThrow();
    }

    /** Why the request's body broke off, if it did. */
    public static Optional<Problem> brokenBody(ServerRequest request) {
        return Optional.ofNullable((Problem) request.servletRequest().getAttribute(WatchedStream.WHY));
    }

    /** The project the path names, if it names one. */
    public Optional<String> project() {
        return Optional.ofNullable(variables.get(Route.PROJECT));
    }

    /** The bearer. Not for open routes, which strangers pass as well. */
    public Visitor.Bearer bearer() {
        return switch (visitor) {
            case Visitor.Bearer bearer -> bearer;
            case Visitor.Stranger _ -> throw new IllegalStateException("an open route asked for a key");
        };
    }
}
