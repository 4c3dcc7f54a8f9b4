package io.habitus.ingest.accounts;

import java.util.Locale;

/** What became of a line received. Every line has exactly one. */
public enum Outcome {
    /** It is in the log, acknowledged. */
    PUBLISHED,
    /** The same is in the log already, acknowledged; nothing was written. */
    SEEN,
    /** It was refused, with a reason. */
    UNREADABLE;

    /** As it is written outside: {@code published}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
