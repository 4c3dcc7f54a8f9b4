package io.habitus.bench;

import io.habitus.bench.HeardPosts.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.OptionalLong;

/** From a pushed post to the first live view that counts it, as somebody who follows the page sees it. */
final class Latency {

    private static final Duration SETTING_UP = Duration.ofSeconds(2);
    private static final double LINES_PER_SECOND = 8_000;
    private static final Duration LAST_FRAME_WITHIN = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(250);

    /**
     * What came of it; those that came before it settled count nowhere.
     *
     * @param posts that were due
     * @param refused that the door did not accept within a minute
     * @param unseen accepted posts with a watch that hears them, which no frame covered in time
     * @param late how late posts went out after they were due
     * @param answer from when a post was due to the door's 202
     * @param frame from the 202 to the first frame of a watch that hears the post which covers it
     * @param all from when it was due to that frame
     */
    record Result(
            int rate,
            int posts,
            int refused,
            int unseen,
            Percentiles late,
            Percentiles answer,
            Percentiles frame,
            Percentiles all,
            Usage usage) {}

    private final Settings settings;
    private final int first;
    private final int end;
    private final PlantedPosts posts;
    private final OpenLoop loop;

    private Latency(Settings settings, Door door) {
        this.settings = settings;
        int rise = Math.toIntExact(settings.rise().toSeconds() * settings.rate() / 2);
        first = rise + Math.toIntExact(settings.settle().toMillis() * settings.rate() / 1_000);
        end = first + Math.toIntExact(settings.length().toMillis() * settings.rate() / 1_000);
        // Time to write them all, so that each says it was written when it is due.
        Duration head = SETTING_UP.plusMillis(Math.round(end / LINES_PER_SECOND * 1e3));
        long start = System.nanoTime() + head.toNanos();
        Instant from = Instant.now().plus(head);
        posts = new PlantedPosts(
                settings, end, settings.seed() + 1, from, from.plusMillis((rise + end) * 1_000L / settings.rate()));
        var lines = new ArrayList<byte[]>(end);
        posts.lines().forEachRemaining(lines::add);
        loop = new OpenLoop(lines, settings.rate(), rise, start, door::push);
    }

    static Result measured(OwnHabitus habitus, Door door, Settings settings, Proc proc) {
        try (var frames = new Frames(door.views());
                var heard = new HeardPosts(habitus.broker())) {
            var latency = new Latency(settings, door);
            latency.loop.send(0, latency.first);
            var watching = Watching.begun(
                    proc, habitus.processes(), () -> door.status().together());
            latency.loop.send(latency.first, latency.end);
            Usage usage = watching.ended();
            int unseen = latency.awaitFrames(frames, heard);
            habitus.requireSteady();
            return latency.result(frames, heard, unseen, usage);
        }
    }

    /** Returns how many were not covered in time. */
    private int awaitFrames(Frames frames, HeardPosts heard) {
        long until = System.nanoTime() + LAST_FRAME_WITHIN.toNanos();
        var missing = new BitSet();
        for (int post = first; post < end; post++) {
            missing.set(post, !posts.watchesOf(post).isEmpty());
        }
        while (!missing.isEmpty() && System.nanoTime() < until) {
            Pause.of(LOOK);
            missing.stream()
                    .filter(post -> loop.isRefused(post)
                            || firstFrame(post, frames, heard).isPresent())
                    .forEach(missing::clear);
        }
        return missing.cardinality();
    }

    private OptionalLong firstFrame(int post, Frames frames, HeardPosts heard) {
        Place place = loop.isAccepted(post) ? heard.of(loop.idOf(post)) : null;
        return place == null
                ? OptionalLong.empty()
                : place.watches().stream()
                        .map(watch -> frames.coverage().firstCovering(watch, place.partition(), place.offset()))
                        .filter(OptionalLong::isPresent)
                        .mapToLong(OptionalLong::getAsLong)
                        .min();
    }

    private Result result(Frames frames, HeardPosts heard, int unseen, Usage usage) {
        var late = new Percentiles.Collecting();
        var answer = new Percentiles.Collecting();
        var frame = new Percentiles.Collecting();
        var all = new Percentiles.Collecting();
        int refused = 0;
        for (int post = first; post < end; post++) {
            late.add(loop.sent(post) - loop.due(post));
            if (!loop.isAccepted(post)) {
                refused++;
                continue;
            }
            answer.add(loop.answered(post) - loop.due(post));
            OptionalLong shown = firstFrame(post, frames, heard);
            if (shown.isPresent()) {
                frame.add(shown.getAsLong() - loop.answered(post));
                all.add(shown.getAsLong() - loop.due(post));
            }
        }
        return new Result(
                settings.rate(),
                end - first,
                refused,
                unseen,
                late.done(),
                answer.done(),
                frame.done(),
                all.done(),
                usage);
    }
}
