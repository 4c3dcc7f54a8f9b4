package io.habitus.persona.rest;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.frames.Frame;
import io.habitus.persona.frames.Telling;
import io.habitus.persona.frames.TellingWords;
import io.habitus.persona.views.Following;
import io.habitus.persona.views.NewestViews;
import io.habitus.persona.views.Version;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Live views as server-sent events, for as long as somebody listens; beside those of one watch its own words. Ends before
 * the server waits for open requests, so that a stop does not take as long as its patience.
 */
@RestController
@RequestMapping("/api/v1/projects/{project}")
public final class ViewStreamController implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ViewStreamController.class);

    /** Also how soon a follower that went away in silence is noticed. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final Duration LOOK_FOR_STOP = Duration.ofSeconds(1);

    private final NewestViews views;
    private final RollingAnswers answers;
    private final StreamedWords words;
    private final InstantSource clock;
    private final JsonMapper json;
    private final Counter told;
    private final AtomicInteger open;
    private volatile boolean running;

    /** @param meters {@code persona.followers} now, {@code persona.frames} told */
    public ViewStreamController(
            NewestViews views,
            RollingAnswers answers,
            StreamedWords words,
            InstantSource clock,
            JsonMapper json,
            MeterRegistry meters) {
        this.views = views;
        this.answers = answers;
        this.words = words;
        this.clock = clock;
        this.json = json;
        this.told = Counter.builder("persona.frames")
                .description("Frames told to followers of live views")
                .register(meters);
        this.open = new AtomicInteger();
        Gauge.builder("persona.followers", open, AtomicInteger::get)
                .description("Who follows live views now")
                .register(meters);
    }

    @GetMapping("/watches/{watch}/view/stream")
    void watch(
            @PathVariable("project") String project,
            @PathVariable("watch") String watch,
            @RequestParam(name = "window", required = false) String window,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Window asked = ViewQuestion.window(window);
        Optional<Long> known = EventStream.offset(lastEventId);
        if (isOnlyForTheHead(request, response)) {
            return;
        }
        answers.awaitComplete();
        try (Following following = views.follow(project, watch, asked);
                TellingWords own = words.of(project, watch, asked)) {
            List<Version> first = new ArrayList<>(following.drain());
            if (first.isEmpty()) {
                // Never heard: zeros, so that whoever listens knows that there is nothing and not nobody.
                first.add(new Version(following.begunAt(), "", answers.nothing(project, watch, asked)));
            }
            follow(following, first, known, Optional.of(own), response);
        }
    }

    @GetMapping("/views/stream")
    void views(
            @PathVariable("project") String project,
            @RequestParam(name = "window", required = false) String window,
            @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Window asked = ViewQuestion.window(window);
        Optional<Long> known = EventStream.offset(lastEventId);
        if (isOnlyForTheHead(request, response)) {
            return;
        }
        answers.awaitComplete();
        try (Following following = views.follow(project, asked)) {
            follow(following, following.drain(), known, Optional.empty(), response);
        }
    }

    /** What is written to an answer to HEAD goes nowhere, and nobody would notice that the asker has long left. */
    private boolean isOnlyForTheHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("HEAD")) {
            return false;
        }
        EventStream _ = new EventStream(response, json);
        return true;
    }

    private void follow(
            Following following,
            List<Version> first,
            Optional<Long> known,
            Optional<TellingWords> words,
            HttpServletResponse response)
            throws IOException {
        var stream = new EventStream(response, json);
        var telling = new Telling(answers::asOfNow, this::shown);
        open.incrementAndGet();
        try {
            tell(stream, telling.begin(known, following.begunAt(), following.wentLast(), first, clock.instant()));
            words.ifPresent(own -> own.changed(first));
            long quietSince = System.nanoTime();
            while (running && !following.isLost()) {
                tell(stream, words.flatMap(TellingWords::next).stream().toList());
                List<Version> news = following.await(LOOK_FOR_STOP);
                if (!news.isEmpty()) {
                    tell(stream, telling.next(news, clock.instant()));
                    words.ifPresent(own -> own.changed(news));
                    quietSince = System.nanoTime();
                } else if (System.nanoTime() - quietSince > HEARTBEAT.toNanos()) {
                    stream.beat();
                    quietSince = System.nanoTime();
                }
            }
        } catch (IOException gone) {
            // Nobody is there to be told so.
            LOG.debug("a follower went away", gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private void tell(EventStream stream, List<Frame> frames) throws IOException {
        stream.write(frames);
        told.increment(frames.size());
    }

    private ObjectNode shown(LiveView view) {
        return json.valueToTree(ViewAnswer.of(view));
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        // The last to start and the first to stop: before the web server's graceful stop, which waits for requests.
        return Integer.MAX_VALUE;
    }
}
