package io.habitus.gateway.door;

import io.habitus.gateway.keys.Keys;
import io.habitus.gateway.keys.Sessions;
import io.habitus.gateway.pages.Pages;
import io.habitus.gateway.projects.Projects;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The parts of the door, put together; they share who is welcome and who tried too often. */
public final class Doorway {

    private final Guards guards;
    private final SessionEndpoint session;
    private final OpenStreams streams;

    /**
     * @param ready whether keys and projects are known by now
     * @param streamsForAKey how many streams one key may follow at once
     */
    public Doorway(
            Keys keys, Sessions sessions, Projects projects, BooleanSupplier ready, int streamsForAKey, Clock clock) {
        var failures = new FailedAttempts(clock);
        guards = new Guards(new Credentials(keys, sessions), keys, projects, failures, ready, clock);
        session = new SessionEndpoint(keys, sessions, failures, ready, clock);
        streams = new OpenStreams(guards, streamsForAKey);
    }

    public SessionEndpoint session() {
        return session;
    }

    public OpenStreams streams() {
        return streams;
    }

    public Door open(List<Route> routes, Pages pages) {
        return new Door(new RouteTable(routes), guards, pages);
    }
}
