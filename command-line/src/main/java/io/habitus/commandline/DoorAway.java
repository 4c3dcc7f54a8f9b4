package io.habitus.commandline;

import java.net.URI;

/** The door did not answer, or said that it cannot just now; the same request may succeed later. */
final class DoorAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    DoorAway(URI door, String how, Throwable cause) {
        super(
                "Habitus does not answer at " + door + " (" + how
                        + "); start it with ./habitus up, or name another door" + " with --url.",
                cause);
    }
}
