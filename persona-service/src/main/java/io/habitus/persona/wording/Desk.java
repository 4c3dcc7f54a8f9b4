package io.habitus.persona.wording;

import io.habitus.persona.wording.Told.Answer;
import io.habitus.persona.wording.Told.Later;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Where own words are asked for. Whoever asks what was just answered is told at once; whoever asks what is being found waits
 * for it with the others; all else is found one after the other, and so rarely that it takes at most a quarter of a core in
 * the long run. Who would have to wait too long for that is told to come later instead.
 */
final class Desk {

    static final double SHARE_OF_A_CORE = .25;

    /** Saved up while nobody asks. */
    static final Duration AT_ONCE = Duration.ofSeconds(20);

    /** Less than the gateway waits. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String BUSY = "own words are being found for others";

    private final Function<Question, Answer> finding;
    private final Duration patience;
    private final LongSupplier nanos;
    private final KeptAnswers kept;
    private final CoreShare share;
    private final Semaphore turn = new Semaphore(1, true);
    private final List<Finding> underWay = new ArrayList<>();

    private record Finding(Question question, CompletableFuture<Told> told) {}

    /**
     * @param patience how long somebody waits for a turn
     * @param nanos the time, from any beginning, as {@link System#nanoTime}
     */
    Desk(Function<Question, Answer> finding, Duration patience, LongSupplier nanos) {
        this.finding = finding;
        this.patience = patience;
        this.nanos = nanos;
        this.kept = new KeptAnswers(nanos);
        this.share = new CoreShare(SHARE_OF_A_CORE, AT_ONCE, nanos);
    }

    /** Answers the question, or one so near that nobody could tell, see {@link Question#answers}. */
    Told ask(Question question) {
        Finding mine;
        Finding others;
        synchronized (underWay) {
            Optional<Answer> known = kept.to(question);
            if (known.isPresent()) {
                return known.get();
            }
            others = underWay.stream()
                    .filter(one -> one.question.answers(question))
                    .findFirst()
                    .orElse(null);
            mine = new Finding(question, new CompletableFuture<>());
            if (others == null) {
                underWay.add(mine);
            }
        }
        if (others != null) {
            return await(others);
        }
        try {
            Told told = takeTurn(question);
            mine.told.complete(told);
            return told;
        } catch (RuntimeException | Error failure) {
            mine.told.completeExceptionally(failure);
            throw failure;
        } finally {
            synchronized (underWay) {
                underWay.remove(mine);
            }
        }
    }

    private Told takeTurn(Question question) {
        try {
            if (!turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return new Later(BUSY, SOON);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Later(BUSY, SOON);
        }
        try {
            Duration until = share.untilNext();
            return until.isZero() ? find(question) : new Later(BUSY, until);
        } finally {
            turn.release();
        }
    }

    private Answer find(Question question) {
        long begun = nanos.getAsLong();
        try {
            Answer answer = finding.apply(question);
            // Kept before it is no longer under way, so that nobody in between begins anew.
            kept.keep(question, answer, since(begun));
            return answer;
        } finally {
            share.took(since(begun));
        }
    }

    private Duration since(long begun) {
        return Duration.ofNanos(nanos.getAsLong() - begun);
    }

    private static Told await(Finding finding) {
        try {
            return finding.told.get(LONGEST.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Later(BUSY, SOON);
        } catch (TimeoutException slow) {
            return new Later(BUSY, SOON);
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case RuntimeException cause -> throw cause;
                case null, default -> throw new CompletionException(failure.getCause());
            }
        }
    }
}
