package io.habitus.gateway.ledger;

/** The broker does not answer: nothing can be written down now. Whether the last word was written is not known. */
public final class LedgerAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerAway(String topic, Throwable cause) {
        super("not written to " + topic, cause);
    }
}
