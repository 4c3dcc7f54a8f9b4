package io.habitus.persona.rest;

import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.frames.TellingWords;
import io.habitus.persona.range.Range;
import io.habitus.persona.timeline.TimelinesAway;
import io.habitus.persona.wording.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Own words for whoever follows a watch, on a few threads of their own: requests run on virtual threads, which share the
 * cores without being interrupted, and a view must not wait until words are found. More followers than threads wait
 * in line here and are told a little later; what it all may cost, whom it asks decides.
 */
public final class StreamedWords implements AutoCloseable {

    /** One finds, the others wait for what it finds or look up what is known. */
    private static final int THREADS = 4;

    private static final Duration AWAY = Duration.ofSeconds(2);

    /** Where own words are asked for, as at {@link io.habitus.persona.wording.WatchWords#of}. */
    @FunctionalInterface
    public interface Source {
        /**
         * The own words of a watch in [from, to).
         *
         * @throws TimelinesAway if its timeline is not here now
         */
        Told of(String project, String watch, Instant from, Instant to);
    }

    private final Source words;
    private final InstantSource clock;
    private final JsonMapper json;
    private final ThreadPoolExecutor threads;

    public StreamedWords(Source words, InstantSource clock, JsonMapper json) {
        this.words = words;
        this.clock = clock;
        this.json = json;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("words-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** For one follower. To be closed. */
    TellingWords of(String project, String watch, Window window) {
        return new TellingWords(
                () -> threads.submit(() -> find(project, watch, window)),
                answer -> json.valueToTree(WordsAnswer.of(project, watch, null, answer)),
                System::nanoTime);
    }

    private Told find(String project, String watch, Window window) {
        // As whoever asks now, however long it stood in line: so the answer is one that others are given, too.
        Range range = WordsController.rolling(window, clock.instant());
        try {
            return words.of(project, watch, range.from(), range.to());
        } catch (TimelinesAway away) {
            return new Told.Later("what was said is being restored", AWAY);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
