package io.habitus.persona.rest;

import io.habitus.persona.expected.Expected;
import io.habitus.persona.expected.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * How much is usual, as it is answered.
 *
 * @param state learning, known, or too-few-voices
 * @param knownDays so many days of the past were learned from
 * @param neededDays so many make it known
 * @param until up to when the total is reckoned, UTC
 * @param total absent where nothing can be said
 */
record ExpectedAnswer(String state, int knownDays, int neededDays, Instant until, Total total, List<Bucket> series) {

    /** @param voices absent where it is not known */
    record Total(Limits mentions, Limits voices) {}

    record Bucket(Instant start, Limits mentions) {}

    static ExpectedAnswer of(Expected expected) {
        return new ExpectedAnswer(
                expected.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                expected.knownDays(),
                expected.neededDays(),
                expected.until(),
                expected.total() == null
                        ? null
                        : new Total(
                                expected.total().mentions(), expected.total().voices()),
                expected.series().stream()
                        .map(bucket -> new Bucket(bucket.start(), bucket.mentions()))
                        .toList());
    }
}
