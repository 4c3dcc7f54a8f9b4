package io.habitus.gateway.services;

/** What the services are told about who asks. They listen where only the gateway reaches them, and believe it. */
public final class ServiceHeaders {

    /** The project of the request; absent where the path names none. */
    public static final String PROJECT = "X-Habitus-Project";

    /** The bearer's scopes: lower case, commas between. */
    public static final String SCOPES = "X-Habitus-Scopes";

    private ServiceHeaders() {}
}
