package io.habitus.analysis.mentions;

import io.habitus.contracts.PostEvent.Published;

/**
 * Whether a text that came is the one that counts now. There is one right answer, {@link Revisions}; the interface is
 * the seam through which a test plants a wrong one, to show that the guarantees would notice.
 */
@FunctionalInterface
public interface Screening {

    /** What becomes of {@code post}, given what is known of it; {@code digest} is that of {@code post}. */
    Verdict screen(KnownPost known, Published post, long digest);

    /** What becomes of a text. */
    enum Verdict {
        /** The first text of this post. */
        FRESH,
        /** A newer text of a post that has one. */
        EDITED,
        /** It was here before. */
        SEEN,
        /** A newer one was here before. */
        STALE,
        /** The post was deleted, or its author erased: nothing more is heard of it. */
        ENDED
    }
}
