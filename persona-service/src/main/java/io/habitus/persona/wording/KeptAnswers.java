package io.habitus.persona.wording;

import io.habitus.persona.wording.Told.Answer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Answers that may be given again: for twenty times as long as finding them took, so that a watch that is followed costs
 * less than a twentieth of a core; but never for more than {@link #AT_MOST}, for they hold quotes, and what is deleted, or
 * whose author is erased, has to go.
 */
final class KeptAnswers {

    static final Duration AT_MOST = Duration.ofMinutes(2);
    static final Duration AT_LEAST = Duration.ofSeconds(5);

    private static final int TIMES = 20;
    private static final int MOST = 200;

    private final LongSupplier nanos;
    private final Deque<Kept> kept = new ArrayDeque<>();

    private record Kept(Question question, Answer answer, long until) {}

    /** @param nanos the time, from any beginning, as {@link System#nanoTime} */
    KeptAnswers(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The newest that answers the question; everything that is too old is forgotten first. */
    synchronized Optional<Answer> to(Question question) {
        long now = nanos.getAsLong();
        kept.removeIf(one -> one.until - now <= 0);
        return kept.stream()
                .filter(one -> one.question.answers(question))
                .map(Kept::answer)
                .findFirst();
    }

    synchronized void keep(Question question, Answer answer, Duration took) {
        kept.removeIf(one -> one.question.equals(question));
        long nanosKept = Math.clamp(took.multipliedBy(TIMES).toNanos(), AT_LEAST.toNanos(), AT_MOST.toNanos());
        kept.addFirst(new Kept(question, answer, nanos.getAsLong() + nanosKept));
        if (kept.size() > MOST) {
            kept.removeLast();
        }
    }

    /** How many are remembered. */
    synchronized int size() {
        return kept.size();
    }
}
