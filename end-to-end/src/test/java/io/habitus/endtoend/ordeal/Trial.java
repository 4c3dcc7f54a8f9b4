package io.habitus.endtoend.ordeal;

/** Something that goes wrong while posts come in. */
public sealed interface Trial {

    /** {@code kill -9} of a part, at some moment after a burst of posts. */
    record Kill(String part) implements Trial {}

    /**
     * Elasticsearch stands still, as on a machine that swaps, and both it and analysis-service, which waits for it, are
     * killed: what was read but not yet written must be read again.
     */
    record KillWhileElasticsearchStands() implements Trial {}

    /** Elasticsearch answers each bulk, but refuses its items for a while, as with a full disk. */
    record ElasticsearchRefuses() implements Trial {}

    /** An author is erased, and goes on to be heard of. */
    record EraseAuthor() implements Trial {}

    /** A watch comes and hears what was stored before it. */
    record AddWatch() implements Trial {}
}
