package io.habitus.commandline;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line on the terminal that keeps up with an import; silent where nobody looks. */
final class Progress {

    private static final long PAUSE = Duration.ofMillis(200).toNanos();
    private static final int WIDTH = 100;

    private final PrintWriter terminal;
    private final long startedAt = System.nanoTime();
    private final long linesBefore;
    private long shownAt = startedAt - PAUSE;
    private boolean shown;

    /**
     * @param terminal or null for silence
     * @param linesBefore settled in an earlier try; they do not count into the rate
     */
    Progress(PrintWriter terminal, long linesBefore) {
        this.terminal = terminal;
        this.linesBefore = linesBefore;
    }

    /** @param share of the file, 0 to 1; negative if unknown */
    void at(Tally tally, double share) {
        if (terminal == null || System.nanoTime() - shownAt < PAUSE) {
            return;
        }
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

    void waiting(String why, Duration since) {
        if (terminal != null) {
            show("waiting for the door since " + PlainText.time(since) + ": " + why);
        }
    }

    /** Leaves the terminal as if nothing had been there. */
    void clear() {
        if (shown) {
            terminal.print("\r" + " ".repeat(WIDTH) + "\r");
            terminal.flush();
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    /** Lines a second. */
    long rate(Tally tally) {
        return Math.round(
                (tally.lines() - linesBefore) / Math.max(1e-3, elapsed().toNanos() / 1e9));
    }

    private Duration left(double share) {
        return Duration.ofNanos((long) (elapsed().toNanos() * (1 - share) / share));
    }

    private void show(String text) {
        shownAt = System.nanoTime();
        shown = true;
        String line = PlainText.line(text, WIDTH);
        terminal.print("\r" + line + " ".repeat(WIDTH - line.length()));
        terminal.flush();
    }
}
