package io.habitus.analysis.index;

/**
 * When the offsets of a batch are committed. There is one right order, {@link #WRITE_THEN_COMMIT}; the interface is the
 * seam through which a test plants a wrong one, to show that the guarantees would notice.
 */
@FunctionalInterface
interface Settling {

    /** Only what is in the index, or set aside, counts as read: whoever is killed in between writes it again. */
    Settling WRITE_THEN_COMMIT = (write, commit) -> {
        write.run();
        commit.run();
    };

    /**
     * @param write returns when every event of the batch is in the index or set aside
     * @param commit says that the batch need not be read again
     */
    void settle(Step write, Step commit) throws InterruptedException;

    /** A part of settling; interrupted when the service stops. */
    @FunctionalInterface
    interface Step {
        void run() throws InterruptedException;
    }
}
