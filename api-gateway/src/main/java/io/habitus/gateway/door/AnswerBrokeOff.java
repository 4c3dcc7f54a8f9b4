package io.habitus.gateway.door;

import java.io.IOException;

/**
 * A service's answer did not come to its end. Carries no cause: what looks from inside like a connection that closed is
 * easily taken for the client's.
 */
public final class AnswerBrokeOff extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerBrokeOff(String why) {
        super("an answer broke off: " + why);
    }
}
