package io.habitus.persona.frames;

import io.habitus.persona.frames.Frame.Event;
import io.habitus.persona.views.Version;
import io.habitus.persona.wording.Told;
import io.habitus.persona.wording.Told.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells one follower of a watch its own words: soon, and again when its view has changed and they have, too. They are found
 * elsewhere and may take as long as they do: nothing here waits for them. Not safe for several threads.
 */
public final class TellingWords implements AutoCloseable {

    /** From one answer to the next question. */
    static final Duration EVERY = Duration.ofSeconds(20);

    /** At least so long, where there was no answer. */
    static final Duration SOON = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(TellingWords.class);

    /** What moves on with the clock and the log; by itself it is no news. */
    private static final List<String> MOVING = List.of("from", "to", "asOf");

    private final Supplier<Future<Told>> ask;
    private final Function<Answer, ObjectNode> json;
    private final LongSupplier nanos;

    private boolean isWanted;
    private Instant to = Instant.MIN;
    private Map<Integer, Long> asOf = Map.of();
    private Future<Told> asked;
    private long notBefore;
    private ObjectNode told;

    /**
     * @param ask begins to find them, and returns at once
     * @param json how they are shown
     * @param nanos the time, from any beginning, as {@link System#nanoTime}
     */
    public TellingWords(Supplier<Future<Told>> ask, Function<Answer, ObjectNode> json, LongSupplier nanos) {
        this.ask = ask;
        this.json = json;
        this.nanos = nanos;
        this.notBefore = nanos.getAsLong();
    }

    /** The view changed; first of all, it is there. */
    public void changed(List<Version> versions) {
        for (Version version : versions) {
            isWanted = true;
            if (version.view() != null) {
                to = version.view().to();
                asOf = version.view().asOf();
            }
        }
    }

    /** What is to be told now, if anything is. To be called again and again: this is also how they come to be asked for. */
    public Optional<Frame> next() {
        if (asked == null) {
            if (isWanted && nanos.getAsLong() - notBefore >= 0) {
                asked = ask.get();
            }
            return Optional.empty();
        }
        return switch (asked.state()) {
            case RUNNING, CANCELLED -> Optional.empty();
            case FAILED -> {
                // The views go on, so whoever follows has nothing from being told.
                LOG.atWarn().setCause(asked.exceptionNow()).log("own words could not be found");
                askAgainIn(EVERY);
                yield Optional.empty();
            }
            case SUCCESS ->
                switch (asked.resultNow()) {
                    case Answer answer -> news(answer);
                    case Told.Later later -> {
                        askAgainIn(later.after().compareTo(SOON) < 0 ? SOON : later.after());
                        yield Optional.empty();
                    }
                };
        };
    }

    private Optional<Frame> news(Answer answer) {
        isWanted = !isUpToDate(answer);
        askAgainIn(EVERY);
        ObjectNode whole = json.apply(answer);
        ObjectNode lasting = whole.deepCopy();
        lasting.remove(MOVING);
        if (lasting.equals(told)) {
            return Optional.empty();
        }
        told = lasting;
        return Optional.of(new Frame(Event.WORDS, -1, whole));
    }

    /** Answers are shared and kept for a while: one from before the view changed may be told, but is not the last. */
    private boolean isUpToDate(Answer answer) {
        return !answer.to().isBefore(to)
                && asOf.entrySet().stream()
                        .allMatch(heard -> answer.asOf().getOrDefault(heard.getKey(), -1L) >= heard.getValue());
    }

    private void askAgainIn(Duration pause) {
        asked = null;
        notBefore = nanos.getAsLong() + pause.toNanos();
    }

    /** Nobody is there any more; what has not begun need not begin. */
    @Override
    public void close() {
        if (asked != null) {
            // What has begun may be what others wait for.
            asked.cancel(false);
        }
    }
}
