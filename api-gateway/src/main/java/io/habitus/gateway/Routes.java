package io.habitus.gateway;

import static io.habitus.contracts.KeyEvent.Scope.ADMIN;
import static io.habitus.contracts.KeyEvent.Scope.ERASE;
import static io.habitus.contracts.KeyEvent.Scope.IDENTIFY;
import static io.habitus.contracts.KeyEvent.Scope.READ;
import static io.habitus.contracts.KeyEvent.Scope.WRITE;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.habitus.contracts.KeyEvent.Scope;
import io.habitus.gateway.administration.KeysEndpoint;
import io.habitus.gateway.administration.ProjectsEndpoint;
import io.habitus.gateway.door.Access;
import io.habitus.gateway.door.Payload;
import io.habitus.gateway.door.Route;
import io.habitus.gateway.door.SessionEndpoint;
import io.habitus.gateway.origin.OriginEndpoint;
import io.habitus.gateway.services.Forwarding;
import io.habitus.gateway.services.Services;
import io.habitus.gateway.status.StatusEndpoint;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every way through the door: who may go, what may be sent along, who answers. What is not here does not exist; what is
 * here stands in {@code openapi.json} as well, a test compares them.
 */
final class Routes {

    private static final String API = "/api/v1";

    private static final Access OPEN = new Access.Open();
    private static final Access KEYED = new Access.Keyed();
    private static final Payload NOTHING = new Payload.None();
    private static final Payload LINES = new Payload.Stream(Payload.Types.LINES, Long.MAX_VALUE);
    private static final Payload JSON = new Payload.Json(1 << 20);
    /** Up to 1,000 documents in one array. */
    private static final Payload DOCUMENTS = new Payload.Stream(Payload.Types.JSON, 8 << 20);
    /** Strangers may send this one. */
    private static final Payload KEY = new Payload.Json(1 << 12);

    private final SessionEndpoint session;
    private final KeysEndpoint keys;
    private final ProjectsEndpoint projects;
    private final OriginEndpoint origin;
    private final StatusEndpoint status;
    private final OpenApi openApi;
    private final Forwarding forwarding;
    private final Services services;

    Routes(
            SessionEndpoint session,
            KeysEndpoint keys,
            ProjectsEndpoint projects,
            OriginEndpoint origin,
            StatusEndpoint status,
            OpenApi openApi,
            Forwarding forwarding,
            Services services) {
        this.session = session;
        this.keys = keys;
        this.projects = projects;
        this.origin = origin;
        this.status = status;
        this.openApi = openApi;
        this.forwarding = forwarding;
        this.services = services;
    }

    List<Route> all() {
        return Stream.of(api(), actuator()).flatMap(List::stream).toList();
    }

    /** What {@code openapi.json} describes. */
    List<Route> api() {
        var pushed = forwarding.pushTo(services.ingest());
        // Imports have places of their own there; who is to be forgotten shall not stand in line behind posts.
        var ingest = forwarding.streamTo(services.ingest());
        var analysis = forwarding.to(services.analysis());
        var persona = forwarding.to(services.persona());
        var live = forwarding.follow(services.persona());
        return List.of(
                new Route(GET, "/openapi.json", OPEN, NOTHING, openApi::get),
                new Route(GET, API + "/health", OPEN, NOTHING, status::health),
                new Route(POST, API + "/session", OPEN, KEY, session::logIn),
                new Route(DELETE, API + "/session", OPEN, NOTHING, session::logOut),
                new Route(GET, API + "/me", KEYED, NOTHING, session::who),
                new Route(GET, API + "/status", with(READ), NOTHING, status::status),
                new Route(GET, API + "/sources", everywhere(READ), NOTHING, status::sources),
                // Keys and projects
                new Route(GET, API + "/keys", with(ADMIN), NOTHING, keys::list),
                new Route(POST, API + "/keys", with(ADMIN), JSON, keys::issue),
                new Route(DELETE, API + "/keys/{id}", with(ADMIN), NOTHING, keys::revoke),
                new Route(GET, API + "/projects", with(READ), NOTHING, projects::list),
                new Route(POST, API + "/projects", everywhere(ADMIN), JSON, projects::create),
                new Route(GET, API + "/projects/{p}", with(READ), NOTHING, projects::get),
                new Route(PATCH, API + "/projects/{p}", with(ADMIN), JSON, projects::change),
                new Route(DELETE, API + "/projects/{p}", everywhere(ADMIN), NOTHING, projects::remove),
                // Posts in
                new Route(POST, API + "/projects/{p}/documents", with(WRITE), DOCUMENTS, pushed),
                new Route(DELETE, API + "/projects/{p}/documents", with(WRITE), NOTHING, ingest),
                new Route(POST, API + "/projects/{p}/documents/import", with(WRITE), LINES, ingest),
                // An author is one person in all projects.
                new Route(POST, API + "/privacy/erasures", everywhere(ERASE), JSON, ingest),
                new Route(POST, API + "/privacy/authors", everywhere(ERASE), JSON, ingest),
                // Watches and what they hear
                new Route(GET, API + "/projects/{p}/watches", with(READ), NOTHING, analysis),
                new Route(POST, API + "/projects/{p}/watches", with(WRITE), JSON, analysis),
                new Route(POST, API + "/projects/{p}/watches/validate", with(READ), JSON, analysis),
                new Route(GET, API + "/projects/{p}/watches/{id}", with(READ), NOTHING, analysis),
                new Route(PUT, API + "/projects/{p}/watches/{id}", with(WRITE), JSON, analysis),
                new Route(DELETE, API + "/projects/{p}/watches/{id}", with(WRITE), NOTHING, analysis),
                new Route(GET, API + "/projects/{p}/mentions", with(READ), NOTHING, analysis),
                new Route(GET, API + "/projects/{p}/mentions/count", with(READ), NOTHING, analysis),
                new Route(GET, API + "/projects/{p}/mentions/{id}", with(READ), NOTHING, analysis),
                new Route(GET, API + "/projects/{p}/mentions/{id}/origin", with(IDENTIFY), NOTHING, origin::get),
                // Live views
                new Route(GET, API + "/projects/{p}/views", with(READ), NOTHING, persona),
                new Route(GET, API + "/projects/{p}/views/stream", with(READ), NOTHING, live),
                new Route(GET, API + "/projects/{p}/watches/{id}/view", with(READ), NOTHING, persona),
                new Route(GET, API + "/projects/{p}/watches/{id}/view/stream", with(READ), NOTHING, live),
                new Route(GET, API + "/projects/{p}/watches/{id}/words", with(READ), NOTHING, persona));
    }

    /** What Spring Boot answers about this process: to the supervisor that it works, the rest to administrators. */
    private static List<Route> actuator() {
        return List.of(
                new Route(GET, "/actuator/health", OPEN, NOTHING, null),
                new Route(GET, "/actuator/health/liveness", OPEN, NOTHING, null),
                new Route(GET, "/actuator/health/readiness", OPEN, NOTHING, null),
                new Route(GET, "/actuator/info", everywhere(ADMIN), NOTHING, null),
                new Route(GET, "/actuator/prometheus", everywhere(ADMIN), NOTHING, null));
    }

    private static Access with(Scope scope) {
        return new Access.Scoped(scope);
    }

    private static Access everywhere(Scope scope) {
        return new Access.Everywhere(scope);
    }
}
