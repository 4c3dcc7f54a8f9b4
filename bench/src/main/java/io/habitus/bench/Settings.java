package io.habitus.bench;

import java.time.Duration;
import java.util.Set;

/**
 * What to measure, and with how much.
 *
 * @param posts measured, 1,000 to 2,000,000
 * @param warmUp posts before them, through the same pipes, that are not measured: JVMs begin slowly; 0 to {@code posts}
 * @param watches 1 to 10,000
 * @param heard share of the posts that any watch hears, 0 to 1
 * @param hits how many watches hear each of those, 1 to {@code watches}
 * @param rate posts a second while latency is measured, 1 to 20,000
 * @param settle for how long posts come at that rate before it is measured, at most 30 min
 * @param length for how long, 5 s to 30 min
 * @param seed of the simulation
 * @param only what is measured
 */
record Settings(
        int posts,
        int warmUp,
        int watches,
        double heard,
        int hits,
        int rate,
        Duration settle,
        Duration length,
        long seed,
        Set<Measure> only) {

    /** What can be measured. */
    enum Measure {
        /** Bulks of ready-made documents into Elasticsearch, nothing else. */
        RAW,
        /** Posts through the API and Kafka into Elasticsearch, without any analysis. */
        BARE,
        /** Posts through everything, until searchable and counted. */
        WHOLE,
        /** From a pushed post to the live view that counts it. */
        LATENCY
    }

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    /** Their lines and times are held in memory. */
    private static final long MOST_PUSHED = 500_000;

    /** Before latency is measured, rising to the rate: as long as compilers are busiest. */
    private static final Duration RISE = Duration.ofSeconds(60);

    Settings {
        within("--posts", posts, 1_000, 2_000_000);
        within("--warm-up", warmUp, 0, posts);
        within("--watches", watches, 1, 10_000);
        if (!(heard > 0 && heard <= 1)) {
            throw new Refused("--heard must be above 0 and at most 1, not " + heard + ".");
        }
        within("--hits", hits, 1, watches);
        within("--rate", rate, 1, 20_000);
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new Refused("--for must be between 5s and 30m.");
        }
        if (settle.isNegative() || settle.compareTo(LONGEST) > 0) {
            throw new Refused("--settle must be at most 30m.");
        }
        if (rate * length.plus(settle).plus(RISE).toSeconds() > MOST_PUSHED) {
            throw new Refused("--rate times --settle and --for must be at most %,d posts: lower one of them."
                    .formatted(MOST_PUSHED));
        }
        only = Set.copyOf(only);
    }

    boolean measures(Measure measure) {
        return only.contains(measure);
    }

    /** The whole pipe also where only a ceiling is asked for: it makes the documents that the ceilings are measured with. */
    boolean needsWhole() {
        return only.stream().anyMatch(measure -> measure != Measure.LATENCY);
    }

    boolean needsDocuments() {
        return measures(Measure.RAW) || measures(Measure.BARE);
    }

    /** For how long posts come ever faster before they come at the rate. */
    Duration rise() {
        return RISE.compareTo(length) < 0 ? RISE : length;
    }

    private static void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new Refused("%s must be between %,d and %,d, not %,d.".formatted(option, least, most, value));
        }
    }
}
