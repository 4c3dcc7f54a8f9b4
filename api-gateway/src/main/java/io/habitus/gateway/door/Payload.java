package io.habitus.gateway.door;

/** What may be sent along. */
public sealed interface Payload {

    /** Nothing; what is sent all the same is not read. */
    record None() implements Payload {}

    /**
     * One JSON value, read whole before anybody looks at it.
     *
     * @param limit in bytes
     */
    record Json(int limit) implements Payload {}

    /** NDJSON of any length, passed on as it comes. */
    record Lines() implements Payload {}
}
