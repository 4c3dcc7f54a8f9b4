package io.habitus.gateway.services;

import java.net.URI;
import java.util.List;

/**
 * A service behind the door.
 *
 * @param name for people
 * @param address its root
 */
public record Service(String name, URI address) {

    /** @throws IllegalArgumentException if the address is not the root of an HTTP server */
    public Service {
        var root = address.getPath().isEmpty() || address.getPath().equals("/");
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme()) || !root) {
            throw new IllegalArgumentException(
                    "The address of " + name + " must be like http://host:port, not " + address);
        }
    }

    URI at(String path) {
        return address.resolve(path);
    }
}
