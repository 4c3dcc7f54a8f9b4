package io.habitus.analysis.index;

import io.habitus.analysis.index.Judging.Fate;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What became of every record of MENTIONS, as {@code mentions.indexed} by outcome: each has exactly one, so the outcomes
 * add up to what was read. What is sent again is counted apart, as {@code mentions.postponed}, for it still has none.
 */
final class Indexed {

    private final Counter written;
    private final Counter alreadyThere;
    private final Counter superseded;
    private final Counter forgotten;
    private final Counter refused;
    private final Counter unreadable;
    private final Counter postponed;

    Indexed(MeterRegistry meters) {
        written = outcome("written", meters);
        alreadyThere = outcome("already-there", meters);
        superseded = outcome("superseded", meters);
        forgotten = outcome("forgotten", meters);
        refused = outcome("refused", meters);
        unreadable = outcome("unreadable", meters);
        postponed = Counter.builder("mentions.postponed")
                .description("Times that Elasticsearch put a mention off, which was then sent again")
                .register(meters);
    }

    private static Counter outcome(String outcome, MeterRegistry meters) {
        return Counter.builder("mentions.indexed")
                .description("Records of MENTIONS, by what became of them on the way to the index")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** Counts what of a batch is not written at all. */
    void passedOver(Batch batch) {
        superseded.increment(batch.superseded());
        forgotten.increment(batch.forgotten());
        unreadable.increment(batch.unreadable().size());
    }

    /** Counts what Elasticsearch made of one item. */
    void judged(Fate fate) {
        switch (fate) {
            case WRITTEN -> written.increment();
            case ALREADY_THERE -> alreadyThere.increment();
            case AGAIN -> postponed.increment();
            case REFUSED -> refused.increment();
        }
    }
}
