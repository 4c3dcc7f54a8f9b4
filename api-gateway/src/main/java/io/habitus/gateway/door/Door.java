package io.habitus.gateway.door;

import io.habitus.gateway.answers.Problem;
import io.habitus.gateway.ledger.LedgerAway;
import io.habitus.gateway.pages.Pages;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.ErrorResponse;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The one door. Every request comes through here: its route is found, its bearer judged, its body bounded. What is not a
 * route is a page or nothing; nothing else ever reaches a handler.
 */
public final class Door implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private static final String API = "/api/";
    private static final String ACTUATOR = "/actuator";

    private final RouteTable routes;
    private final Guards guards;
    private final Pages pages;

    Door(RouteTable routes, Guards guards, Pages pages) {
        this.routes = routes;
        this.guards = guards;
        this.pages = pages;
    }

    /** Leads requests that were let in to their handler. */
    public static RouterFunction<ServerResponse> toHandlers() {
        return request -> request.attribute(Passage.ATTRIBUTE)
                .map(passage -> ((Passage) passage).route().to())
                .map(Door::widened);
    }

    @SuppressWarnings("unchecked")
    private static HandlerFunction<ServerResponse> widened(HandlerFunction<? extends ServerResponse> handler) {
        return (HandlerFunction<ServerResponse>) handler;
    }

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) anyRequest;
        var response = (HttpServletResponse) anyResponse;
        var requestId = ResponseHeaders.set(request, response);
        try {
            enter(requestId, request, response, chain);
        } catch (Exception failure) {
            answerFailure(requestId, request, response, failure);
        }
    }

    private void enter(String requestId, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI();
        switch (routes.find(HttpMethod.valueOf(request.getMethod()), path)) {
            case RouteTable.Found.Way(var route, var variables) -> {
                ServerHttpObservationFilter.findObservationContext(request)
                        .ifPresent(observed -> observed.setPathPattern(route.path()));
                switch (guards.judge(route, variables, request)) {
                    case Guards.Verdict.Refused(var problem) -> problem.write(response);
                    case Guards.Verdict.LetIn(var visitor) ->
                        pass(new Passage(requestId, route, visitor, variables), request, response, chain);
                }
            }
            case RouteTable.Found.OtherMethods(var methods) ->
                Problem.methodNotAllowed(String.join(", ", methods)).write(response);
            case RouteTable.Found.Nothing _ -> {
                if (path.startsWith(API) || path.startsWith(ACTUATOR)) {
                    Problem.notFound("There is nothing at this address.").write(response);
                    return;
                }
                pages.answer(request, response);
            }
        }
    }

    private void pass(Passage passage, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (SentBody.take(request, passage.route().payload(), () -> guards.stillWelcome(passage))) {
            case SentBody.Refused(var problem) -> problem.write(response);
            case SentBody.Accepted(var bounded) -> {
                request.setAttribute(Passage.ATTRIBUTE, passage);
                request.setAttribute(RouterFunctions.URI_TEMPLATE_VARIABLES_ATTRIBUTE, passage.variables());
                chain.doFilter(bounded, response);
            }
        }
    }

    private static void answerFailure(
            String requestId, HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        var cause = failure instanceof ServletException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ClientAbortException goneAway) {
            throw goneAway;
        }
        if (response.isCommitted()) {
            LOG.atWarn()
                    .addKeyValue("requestId", requestId)
                    .addKeyValue("cause", cause.toString())
                    .log("an answer broke off");
            // The client must see that it did: no tidy end of the body.
            throw new CloseNowException("an answer broke off", cause);
        }
        response.reset();
        ResponseHeaders.set(requestId, request.isSecure(), response);
        if (cause instanceof LedgerAway) {
            LOG.atWarn().addKeyValue("requestId", requestId).setCause(cause).log("the broker is away");
            Problem.away("Kafka").write(response);
            return;
        }
        if (cause instanceof AnswerBrokeOff) {
            LOG.atWarn().addKeyValue("requestId", requestId).log(cause.getMessage());
            Problem.upstreamFailed("A service").write(response);
            return;
        }
        if (cause instanceof ErrorResponse refused && refused.getStatusCode().is4xxClientError()) {
            Problem.ofStatus(refused.getStatusCode().value()).write(response);
            return;
        }
        LOG.atError().addKeyValue("requestId", requestId).setCause(cause).log("a request failed");
        Problem.internal(requestId).write(response);
    }
}
