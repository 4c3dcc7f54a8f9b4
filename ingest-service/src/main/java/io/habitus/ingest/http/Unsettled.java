package io.habitus.ingest.http;

import io.habitus.ingest.Taken;

/** A request was settled up to a line and no further. */
final class Unsettled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Taken taken;

    Unsettled(Taken taken, String detail) {
        super(detail);
        this.taken = taken;
    }

    Taken taken() {
        return taken;
    }
}
