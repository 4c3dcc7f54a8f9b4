package io.habitus.commandline;

import java.util.Locale;

/** How a live run went, in one line. */
final class LiveSummary {

    private LiveSummary() {}

    /** @param live whether lines had moments of their own, so that they could be late */
    static String of(LiveRun run, Progress progress, boolean live) {
        Tally tally = run.tally();
        String account = "%s lines: %s published, %s seen before, %s refused. %s, %s lines/s."
                .formatted(
                        PlainText.count(tally.received()),
                        PlainText.count(tally.published()),
                        PlainText.count(tally.seen()),
                        PlainText.count(tally.unreadable()),
                        PlainText.time(progress.elapsed()),
                        PlainText.count(progress.rate(tally)));
        if (!live) {
            return account;
        }
        return account
                + String.format(
                        Locale.ENGLISH,
                        " %s of them more than a second late, at most %.1f s.",
                        PlainText.count(run.late()),
                        run.longestLag().toMillis() / 1e3);
    }
}
