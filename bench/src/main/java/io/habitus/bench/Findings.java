package io.habitus.bench;

import java.util.List;

/**
 * Everything that came of one run; what was not measured is null.
 *
 * @param rawAlone with one bulk under way at a time, as analysis-service sends them
 * @param rawAtOnce with two: what Elasticsearch would take if it were never kept waiting
 * @param processFigures whether there was a {@code /proc} to read processor time and memory from
 */
record Findings(
        Machine machine,
        Settings settings,
        RawBulk.Result rawAlone,
        RawBulk.Result rawAtOnce,
        BarePipe.Result bare,
        WholePipe.Result whole,
        Latency.Result latency,
        boolean processFigures) {

    /** The whole pipe's share of the pipe without analysis; 0 if one was not measured. */
    double wholeOfBare() {
        return whole == null || bare == null ? 0 : whole.perSecond() / bare.perSecond();
    }

    /** Which measurements there are, as they are named in tables. */
    List<Measured> pipes() {
        return java.util.stream.Stream.of(
                        rawAlone == null
                                ? null
                                : new Measured(
                                        "raw bulk, one at a time",
                                        rawAlone.documents(),
                                        rawAlone.perSecond(),
                                        rawAlone.usage()),
                        rawAtOnce == null
                                ? null
                                : new Measured(
                                        "raw bulk, two at once",
                                        rawAtOnce.documents(),
                                        rawAtOnce.perSecond(),
                                        rawAtOnce.usage()),
                        bare == null
                                ? null
                                : new Measured("pipe without analysis", bare.posts(), bare.perSecond(), bare.usage()),
                        whole == null
                                ? null
                                : new Measured("whole pipe", whole.posts(), whole.perSecond(), whole.usage()))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** One of several that can be compared. */
    record Measured(String name, long posts, double perSecond, Usage usage) {}
}
