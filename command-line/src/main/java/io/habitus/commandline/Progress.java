package io.habitus.commandline;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Keeps up with an import: one line on the terminal, rewritten; where there is none, a line of a log now and then; for a
 * program that reads JSON, nothing.
 */
final class Progress {

    private static final Duration ON_A_TERMINAL = Duration.ofMillis(200);
    private static final Duration IN_A_LOG = Duration.ofSeconds(30);
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final boolean isTerminal;
    private final long pause;
    private final long startedAt = System.nanoTime();
    private final long linesBefore;
    private long shownAt;
    private long waitedAt;
    private boolean shown;

    /**
     * @param out or null for silence
     * @param isTerminal whether somebody looks, so that a line can be rewritten
     * @param linesBefore settled in an earlier try; they do not count into the rate
     */
    Progress(PrintWriter out, boolean isTerminal, long linesBefore) {
        this.out = out;
        this.isTerminal = isTerminal;
        this.pause = (isTerminal ? ON_A_TERMINAL : IN_A_LOG).toNanos();
        this.shownAt = isTerminal ? startedAt - pause : startedAt;
        this.waitedAt = startedAt - pause;
        this.linesBefore = linesBefore;
    }

    /** @param share of the file, 0 to 1; negative if unknown */
    void at(Tally tally, double share) {
        if (out == null || System.nanoTime() - shownAt < pause) {
            return;
        }
        shownAt = System.nanoTime();
        String percent = share < 0 ? "" : String.format(Locale.ENGLISH, "%3.0f %%  ", share * 100);
        String left = share <= 0 || tally.lines() == linesBefore ? "" : "  " + PlainText.time(left(share)) + " left";
        show("%s%s lines  %s/s  %s refused%s"
                .formatted(
                        percent,
                        PlainText.count(tally.lines()),
                        PlainText.count(rate(tally)),
                        PlainText.count(tally.unreadable()),
                        left));
    }

    /**
     * Of what is sent by the clock.
     *
     * @param lag how long ago the line was due that was sent last
     * @param late lines sent later than they should have been
     */
    void live(Tally tally, Duration lag, long late) {
        if (out == null || System.nanoTime() - shownAt < pause) {
            return;
        }
        shownAt = System.nanoTime();
        show(String.format(
                Locale.ENGLISH,
                "%s lines  %.1f/s  %.1f s behind  %s late  %s refused",
                PlainText.count(tally.lines()),
                exactRate(tally),
                lag.toMillis() / 1e3,
                PlainText.count(late),
                PlainText.count(tally.unreadable())));
    }

    void waiting(String why, Duration since) {
        if (out != null && (isTerminal || System.nanoTime() - waitedAt >= pause)) {
            waitedAt = System.nanoTime();
            show("waiting for the door since " + PlainText.time(since) + ": " + why);
        }
    }

    /** Leaves the terminal as if nothing had been there. */
    void clear() {
        if (shown && isTerminal) {
            out.print("\r" + " ".repeat(WIDTH) + "\r");
            out.flush();
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Lines a second. */
    long rate(Tally tally) {
        return Math.round(exactRate(tally));
    }

    private double exactRate(Tally tally) {
        return (tally.lines() - linesBefore) / Math.max(1e-3, elapsed().toNanos() / 1e9);
    }

    private Duration left(double share) {
        return Duration.ofNanos((long) (elapsed().toNanos() * (1 - share) / share));
    }

    private void show(String text) {
        shown = true;
        String line = PlainText.line(text, WIDTH);
        if (isTerminal) {
            out.print("\r" + line + " ".repeat(WIDTH - line.length()));
        } else {
            out.println(line);
        }
        out.flush();
    }
}
