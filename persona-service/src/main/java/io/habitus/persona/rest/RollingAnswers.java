package io.habitus.persona.rest;

import io.habitus.contracts.LiveView;
import io.habitus.contracts.LiveView.Piles;
import io.habitus.contracts.LiveView.Volume;
import io.habitus.contracts.LiveView.Window;
import io.habitus.persona.views.NewestViews;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Rolling views for the moment they are asked for: the newest sent, unless nobody moves them on any more. */
public final class RollingAnswers {

    // A window that holds something is sent every minute.
    private static final Duration TOO_OLD = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final NewestViews views;
    private final InstantSource clock;
    private final Duration patience;

    /** @param patience how long a request waits for views that are not up to date */
    public RollingAnswers(NewestViews views, InstantSource clock, Duration patience) {
        this.views = views;
        this.clock = clock;
        this.patience = patience;
    }

    LiveView of(String project, String watch, Window window) {
        return await(() -> {
            Optional<LiveView> newest = views.find(project, watch, window);
            return newest.isPresent() ? upToDate(newest.get()) : Optional.of(nothing(project, watch, window));
        });
    }

    List<LiveView> ofProject(String project, Window window) {
        return await(() -> {
            List<Optional<LiveView>> all = views.ofProject(project, window).stream()
                    .map(this::upToDate)
                    .toList();
            return all.stream().allMatch(Optional::isPresent)
                    ? Optional.of(all.stream().map(Optional::get).toList())
                    : Optional.empty();
        });
    }

    private Optional<LiveView> upToDate(LiveView view) {
        LiveView now = asOfNow(view);
        return now.to().isBefore(clock.instant().minus(TOO_OLD)) ? Optional.empty() : Optional.of(now);
    }

    /** The same view; one that holds nothing is not sent again until it does, and only the clock has moved on. */
    LiveView asOfNow(LiveView view) {
        Instant now = clock.instant();
        boolean empty = view.total().posts() + view.total().reposts() == 0;
        return empty && view.to().isBefore(now.minus(TOO_OLD)) ? moved(view, now) : view;
    }

    /** Waits until the newest views are known, as long as a request may. */
    void awaitComplete() {
        await(() -> Optional.of(true));
    }

    private static LiveView moved(LiveView empty, Instant now) {
        Instant to = endOfMinute(now);
        return new LiveView(
                empty.project(),
                empty.watch(),
                empty.window(),
                to.minus(Duration.between(empty.from(), empty.to())),
                to,
                empty.first(),
                empty.last(),
                empty.asOf(),
                empty.total(),
                empty.piles(),
                empty.sources(),
                empty.series());
    }

    /** The view of a watch that was never heard. */
    LiveView nothing(String project, String watch, Window window) {
        Instant to = endOfMinute(clock.instant());
        return new LiveView(
                project,
                watch,
                window,
                to.minus(window.length()),
                to,
                null,
                null,
                Map.of(),
                new Volume(0, 0, 0, 0),
                Piles.NONE,
                List.of(),
                List.of());
    }

    private static Instant endOfMinute(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    private <T> T await(Supplier<Optional<T>> answer) {
        Instant deadline = clock.instant().plus(patience);
        while (true) {
            Optional<T> known = views.isComplete() ? answer.get() : Optional.empty();
            if (known.isPresent()) {
                return known.get();
            }
            if (!clock.instant().isBefore(deadline)) {
                throw Problem.notYet("the live views are being brought up to date", null);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw Problem.notYet("this instance is stopping", stop);
        }
    }
}
