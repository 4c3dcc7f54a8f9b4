package io.habitus.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;

/**
 * The posts of the whole pipe and of the pipe without analysis: the same files for both.
 *
 * @param warmUp those before
 * @param measured those that count
 * @param heardBefore how many of the first any watch hears
 * @param heard how many of all
 * @param from when the first was written, UTC
 */
record Lot(Importing warmUp, Importing measured, long heardBefore, long heard, Instant from) {

    /** As much as people would say in a day: every post lies in the windows of the last day and week. */
    private static final Duration WRITTEN_WITHIN = Duration.ofHours(23);

    static Lot of(Settings settings, Scratch scratch) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        int all = settings.warmUp() + settings.posts();
        var posts = new PlantedPosts(settings, all, settings.seed(), now.minus(WRITTEN_WITHIN), now);
        Iterator<byte[]> lines = posts.lines();
        return new Lot(
                Importing.written(lines, settings.warmUp(), scratch, "warm-up"),
                Importing.written(lines, settings.posts(), scratch, "posts"),
                posts.heard(settings.warmUp()),
                posts.heard(all),
                now.minus(WRITTEN_WITHIN));
    }
}
