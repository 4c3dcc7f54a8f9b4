package io.habitus.persona.expected;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What was learned and may be used again: for three hundred times as long as learning took, so that a watch that is looked
 * at costs less than a three-hundredth of a core; posts that come late are learned from after that.
 */
final class KeptPasts {

    static final Duration AT_LEAST = Duration.ofSeconds(30);
    static final Duration AT_MOST = Duration.ofMinutes(30);
    private static final int TIMES = 300;

    /** Each of some kilobytes. */
    private static final int MOST = 1_000;

    private final LongSupplier nanos;
    private final Map<Question, Kept> kept = new LinkedHashMap<>();

    private record Kept(Learned learned, long until) {}

    /** @param nanos the time, from any beginning, as {@link System#nanoTime} */
    KeptPasts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized Optional<Learned> of(Question question) {
        long now = nanos.getAsLong();
        return Optional.ofNullable(kept.get(question))
                .filter(one -> one.until - now > 0)
                .map(Kept::learned);
    }

    /** Of a stretch as long, that began up to a day earlier, also if it would be time to learn anew. */
    synchronized Optional<Learned> older(Question question) {
        return kept.entrySet().stream()
                .filter(one -> question.isAlike(one.getKey()))
                .max(Comparator.comparing(one -> one.getKey().from()))
                .map(one -> one.getValue().learned);
    }

    synchronized void keep(Question question, Learned learned, Duration took) {
        long now = nanos.getAsLong();
        // The newest are the last.
        kept.remove(question);
        if (kept.size() >= MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        kept.put(
                question,
                new Kept(
                        learned,
                        now + Math.clamp(took.multipliedBy(TIMES).toNanos(), AT_LEAST.toNanos(), AT_MOST.toNanos())));
    }
}
