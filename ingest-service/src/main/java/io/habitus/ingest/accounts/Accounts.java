package io.habitus.ingest.accounts;

import io.habitus.contracts.ListeningEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the books of what came from where: per source, received = published + seen + unreadable at every moment. Also the
 * counter {@code posts.received} by {@code source} and {@code outcome}, which begins anew with this process.
 */
public final class Accounts {

    // A name per source comes from outside: more of them share one account, or a hostile client fills the memory.
    private static final int MOST_SOURCES = 1_000;
    private static final String OTHERS = "(others)";

    private final MeterRegistry meters;
    private final Map<String, Account> accounts = new HashMap<>();

    public Accounts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Enters one line that is settled. */
    public void settled(String source, Outcome outcome, Instant heard) {
        account(source).enter(outcome, heard);
    }

    /** Of a former run, read from the log; before anything is settled. Each its own, however many were kept. */
    public void restore(ListeningEvent.Account former) {
        synchronized (accounts) {
            accounts.computeIfAbsent(former.source(), this::open).goOnFrom(former);
        }
    }

    /** Every account that has changed since it was {@link #noted}. */
    public List<ListeningEvent.Account> unnoted() {
        return all().stream().map(Account::unnoted).flatMap(Optional::stream).toList();
    }

    /** The log holds these. */
    public void noted(List<ListeningEvent.Account> written) {
        written.forEach(account -> account(account.source()).noted(account));
    }

    /** The state of every account, by source. */
    public List<Statement> statements() {
        return all().stream()
                .map(Account::statement)
                .sorted(Comparator.comparing(Statement::source))
                .toList();
    }

    private List<Account> all() {
        synchronized (accounts) {
            return new ArrayList<>(accounts.values());
        }
    }

    private Account account(String source) {
        synchronized (accounts) {
            Account account = accounts.get(source);
            if (account != null) {
                return account;
            }
            String name = accounts.size() < MOST_SOURCES ? source : OTHERS;
            return accounts.computeIfAbsent(name, this::open);
        }
    }

    private Account open(String source) {
        var counters = new EnumMap<Outcome, Counter>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("posts.received")
                            .description("Lines received, by what became of them")
                            .tag("source", source)
                            .tag("outcome", outcome.word())
                            .register(meters));
        }
        return new Account(source, counters);
    }

    /**
     * What came from one source.
     *
     * @param since when its first line was settled, UTC
     * @param lastHeard when its newest line was settled, UTC
     */
    public record Statement(
            String source,
            long received,
            long published,
            long seen,
            long unreadable,
            Instant since,
            Instant lastHeard) {}

    private static final class Account {

        private final String source;
        private final Map<Outcome, Counter> counters;
        private final long[] lines = new long[Outcome.values().length];
        private long received;
        private long receivedWhenNoted;
        private Instant since;
        private Instant lastHeard;

        Account(String source, Map<Outcome, Counter> counters) {
            this.source = source;
            this.counters = counters;
        }

        synchronized void enter(Outcome outcome, Instant heard) {
            received++;
            since = since == null ? heard : since;
            lines[outcome.ordinal()]++;
            lastHeard = heard;
            counters.get(outcome).increment();
        }

        synchronized void goOnFrom(ListeningEvent.Account former) {
            lines[Outcome.PUBLISHED.ordinal()] = former.published();
            lines[Outcome.SEEN.ordinal()] = former.seen();
            lines[Outcome.UNREADABLE.ordinal()] = former.unreadable();
            received = received(former);
            receivedWhenNoted = received;
            since = former.since();
            lastHeard = former.lastHeard();
        }

        synchronized Optional<ListeningEvent.Account> unnoted() {
            if (received == receivedWhenNoted) {
                return Optional.empty();
            }
            return Optional.of(new ListeningEvent.Account(
                    source,
                    since,
                    lastHeard,
                    lines[Outcome.PUBLISHED.ordinal()],
                    lines[Outcome.SEEN.ordinal()],
                    lines[Outcome.UNREADABLE.ordinal()]));
        }

        synchronized void noted(ListeningEvent.Account written) {
            receivedWhenNoted = received(written);
        }

        private static long received(ListeningEvent.Account account) {
            return account.published() + account.seen() + account.unreadable();
        }

        synchronized Statement statement() {
            return new Statement(
                    source,
                    received,
                    lines[Outcome.PUBLISHED.ordinal()],
                    lines[Outcome.SEEN.ordinal()],
                    lines[Outcome.UNREADABLE.ordinal()],
                    since,
                    lastHeard);
        }
    }
}
