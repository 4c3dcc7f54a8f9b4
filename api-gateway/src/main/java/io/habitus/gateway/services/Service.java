package io.habitus.gateway.services;

import java.net.URI;

/**
 * A service behind the door.
 *
 * @param name for people
 * @param address its root
 */
public record Service(String name, URI address) {}
