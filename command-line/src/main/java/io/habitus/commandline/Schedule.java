package io.habitus.commandline;

import java.io.IOException;
import java.time.Instant;

/** Lines, each with the moment at which it is to be sent, in the order of these moments. */
interface Schedule {

    boolean hasNext() throws IOException;

    /** When the next line is to be sent. */
    Instant due() throws IOException;

    /** The next line, UTF-8, without a line feed. */
    byte[] next() throws IOException;
}
