package io.habitus.ingest.log;

/** The broker did not answer for as long as we are willing to wait. Nothing is lost: who asked still has it. */
public final class BrokerAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokerAway(String attempted, Throwable cause) {
        super("the broker is away: " + attempted, cause);
    }
}
