package io.habitus.analysis.index;

/**
 * What an item's answer means. There is one right reading, {@link ByStatus}; the interface is the seam through which a
 * test plants a wrong one, to show that the guarantees would notice.
 */
@FunctionalInterface
interface Judging {

    Fate judge(Answer answer);

    /** What becomes of an item. */
    enum Fate {
        /** It is in the index. */
        WRITTEN,
        /** A newer state is in the index, or the same. */
        ALREADY_THERE,
        /** Not now, for a reason that will pass: send it again. */
        AGAIN,
        /** Never: this document cannot be indexed. */
        REFUSED
    }
}
