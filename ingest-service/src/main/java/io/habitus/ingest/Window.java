package io.habitus.ingest;

import io.habitus.ingest.accounts.Accounts;
import io.habitus.ingest.accounts.Outcome;
import io.habitus.ingest.lines.Reading;
import io.habitus.ingest.lines.Reading.Readable;
import io.habitus.ingest.lines.Reading.Unreadable;
import io.habitus.ingest.log.Sending;
import java.time.InstantSource;
import java.util.ArrayDeque;

/**
 * The lines of one request that are under way: at most so many, settled strictly in order, so that what is settled is
 * always everything before some line. For one thread.
 */
final class Window {

    private final int most;
    private final Accounts accounts;
    private final InstantSource clock;
    private final ArrayDeque<Line> underWay = new ArrayDeque<>();
    private final Receipt receipt = new Receipt();
    private long firstUnsettled;
    private boolean brokerAway;

    /** @param most lines under way at once */
    Window(int most, Accounts accounts, InstantSource clock) {
        this.most = most;
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Line(long number, Reading reading, Sending sending) {
        boolean isDone() {
            return sending == null || sending.isDone();
        }
    }

    /** A line that was refused takes its place among the others. */
    void refused(long number, Unreadable line) {
        add(new Line(number, line, null));
    }

    /** A line is on its way. Waits while too many are. */
    void sent(long number, Readable line, Sending sending) {
        // Without the post itself: its text is in the producer's memory already.
        var rest = new Readable(line.source(), line.postId(), null, null, false, 0, line.keptOut());
        add(new Line(number, rest, sending));
    }

    private void add(Line line) {
        underWay.add(line);
        while (underWay.size() >= most
                || (!underWay.isEmpty() && underWay.peek().isDone())) {
            settleOldest();
        }
    }

    /** Waits for all of them. */
    void settle() {
        while (!underWay.isEmpty()) {
            settleOldest();
        }
    }

    /** Whether a line did not arrive; from it on nothing is settled. */
    boolean isBrokerAway() {
        return brokerAway;
    }

    /** The number of the line that did not arrive. */
    long firstUnsettled() {
        return firstUnsettled;
    }

    Receipt receipt() {
        return receipt;
    }

    private void settleOldest() {
        Line line = underWay.remove();
        if (brokerAway) {
            forget(line);
            return;
        }
        switch (line.reading()) {
            case Unreadable(var source, var reason) -> refuse(line, source, reason);
            case Readable readable -> settle(line, readable);
        }
    }

    private void settle(Line line, Readable readable) {
        switch (line.sending().arrival()) {
            case ACKNOWLEDGED -> {
                Outcome outcome = line.sending().isRepeat() ? Outcome.SEEN : Outcome.PUBLISHED;
                receipt.accepted(outcome, readable.keptOut());
                accounts.settled(readable.source(), outcome, clock.instant());
            }
            case TOO_LARGE -> refuse(line, readable.source(), "the post is too large for the log");
            case BROKER_AWAY -> {
                brokerAway = true;
                firstUnsettled = line.number();
            }
        }
    }

    private void refuse(Line line, String source, String reason) {
        receipt.refused(line.number(), reason);
        accounts.settled(source, Outcome.UNREADABLE, clock.instant());
    }

    /** Behind the line that did not arrive: it will be sent again whatever became of it. */
    private static void forget(Line line) {
        if (line.sending() != null && line.sending().isDone()) {
            line.sending().arrival();
        }
    }
}
