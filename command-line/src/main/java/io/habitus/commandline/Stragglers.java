package io.habitus.commandline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The first or the last percent of a file's lines, where it makes up more than half of the file's range of time. */
final class Stragglers {

    /** Among fewer, a long pause is nothing odd. */
    private static final int FEWEST_LINES = 10;

    /** What to say about them, and how to leave them out; empty if there are none. */
    static Optional<String> warning(ReplayIndex index) {
        int size = index.size();
        if (size < FEWEST_LINES) {
            return Optional.empty();
        }
        int percent = Math.max(1, size / 100);
        long first = index.time(0);
        long last = index.time(size - 1);
        long half = (last - first) / 2;
        long afterFirst = index.time(percent);
        if (afterFirst - first > half) {
            return Optional.of(sentence("first", percent, size, afterFirst - first, "--since " + instant(afterFirst)));
        }
        long beforeLast = index.time(size - 1 - percent);
        if (last - beforeLast > half) {
            Instant end = instant(beforeLast).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
            return Optional.of(sentence("last", percent, size, last - beforeLast, "--until " + end));
        }
        return Optional.empty();
    }

    private static String sentence(String which, int few, int size, long millis, String option) {
        return "The %s %s of %s lines make up more than half of the range (%s); %s leaves them out."
                .formatted(
                        which,
                        PlainText.count(few),
                        PlainText.count(size),
                        PlainText.time(Duration.ofMillis(millis)),
                        option);
    }

    private static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private Stragglers() {}
}
