package io.habitus.gateway.services;

import java.util.List;

/** The services behind the door. */
public record Services(Service ingest, Service analysis, Service persona) {

    /** All of them, in the order in which data meets them. */
    public List<Service> all() {
        return List.of(ingest, analysis, persona);
    }
}
