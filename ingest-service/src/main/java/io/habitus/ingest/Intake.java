package io.habitus.ingest;

import io.habitus.contracts.AuthorEvent;
import io.habitus.contracts.AuthorStatus;
import io.habitus.ingest.Taken.End;
import io.habitus.ingest.accounts.Accounts;
import io.habitus.ingest.lines.LineFeed;
import io.habitus.ingest.lines.LineReader;
import io.habitus.ingest.lines.Reading;
import io.habitus.ingest.lines.Reading.Readable;
import io.habitus.ingest.lines.Reading.Unreadable;
import io.habitus.ingest.log.BrokerAway;
import io.habitus.ingest.log.Outlet;
import io.habitus.ingest.privacy.ErasedAuthors;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes in what is pushed, line by line: read it, refuse it with a reason or send it on, and answer when the broker has
 * all of it. One line is held at a time, and a bounded number is under way; when the broker is slow, so are we; when it
 * is away for too long, we say how far we came.
 */
public final class Intake {

    private final Predicate<Duration> opening;
    private final ErasedAuthors erased;
    private final Outlet outlet;
    private final Accounts accounts;
    private final InstantSource clock;
    private final int mostUnderWay;
    private final Duration patience;
    private volatile boolean closing;

    /**
     * @param opening waits until lines may come in, at most so long, and says whether they may
     * @param mostUnderWay lines of a request that are sent and not yet acknowledged
     * @param patience how long to wait for a broker that is away
     */
    public Intake(
            Predicate<Duration> opening,
            ErasedAuthors erased,
            Outlet outlet,
            Accounts accounts,
            InstantSource clock,
            int mostUnderWay,
            Duration patience) {
        this.opening = opening;
        this.erased = erased;
        this.outlet = outlet;
        this.accounts = accounts;
        this.clock = clock;
        this.mostUnderWay = mostUnderWay;
        this.patience = patience;
    }

    /** Takes in all lines of a feed, as far as body and broker let it. */
    public Taken take(LineFeed lines, LineReader reader) {
        long first = lines.number() + 1;
        var window = new Window(mostUnderWay, accounts, clock);
        if (!opening.test(patience)) {
            return new Taken(window.receipt(), first, End.BROKER_AWAY);
        }
        long admitted = first - 1;
        End end = End.COMPLETE;
        try {
            while (!closing && !window.isBrokerAway() && lines.next()) {
                admit(lines.number(), reader.read(lines), window);
                admitted = lines.number();
            }
            end = closing ? End.CLOSING : End.COMPLETE;
        } catch (IOException broken) {
            // The line it broke in was never whole; whoever still listens is told where to go on.
            end = End.BODY_BROKEN;
        }
        window.settle();
        return window.isBrokerAway()
                ? new Taken(window.receipt(), window.firstUnsettled(), End.BROKER_AWAY)
                : new Taken(window.receipt(), admitted + 1, end);
    }

    /** What was sent and not yet settled. */
    @FunctionalInterface
    public interface Sent {

        /** Waits until the broker has all of it, or is away for too long; for one call. */
        Taken settled();
    }

    /** Takes in what was read elsewhere, numbered from 1: returns when it is sent. */
    public Sent send(List<Reading> readings) {
        var window = new Window(mostUnderWay, accounts, clock);
        if (!opening.test(patience)) {
            return () -> new Taken(window.receipt(), 1, End.BROKER_AWAY);
        }
        long number = 0;
        for (Reading reading : readings) {
            if (window.isBrokerAway()) {
                break;
            }
            admit(++number, reading, window);
        }
        long next = number + 1;
        return () -> {
            window.settle();
            return window.isBrokerAway()
                    ? new Taken(window.receipt(), window.firstUnsettled(), End.BROKER_AWAY)
                    : new Taken(window.receipt(), next, End.COMPLETE);
        };
    }

    private void admit(long number, Reading reading, Window window) {
        switch (reading) {
            case Unreadable refused -> window.refused(number, refused);
            case Readable post
            when erased.contains(post.author()) ->
                window.refused(number, new Unreadable(post.source(), "the author was erased"));
            case Readable post -> window.sent(number, post, outlet.publish(post));
        }
    }

    /**
     * Says to everybody what may be shown of an author from now on.
     *
     * @return false if the author was erased, which is for ever
     * @throws BrokerAway if it is not certain that everybody was told
     */
    public boolean announce(AuthorEvent author) {
        if (!opening.test(patience)) {
            throw new BrokerAway("announcing an author", null);
        }
        if (author.status() != AuthorStatus.ERASED && erased.contains(author.author())) {
            return false;
        }
        outlet.announce(author);
        if (author.status() == AuthorStatus.ERASED) {
            erased.add(author.author());
        }
        return true;
    }

    /** Takes in nothing more: requests under way end at the next line and say how far they came. */
    void takeNoMore() {
        closing = true;
    }
}
