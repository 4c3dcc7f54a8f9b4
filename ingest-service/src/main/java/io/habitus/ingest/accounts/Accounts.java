package io.habitus.ingest.accounts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the books of what came from where since this instance started: per source, received = published + seen +
 * unreadable at every moment. Also the counter {@code posts.received} by {@code source} and {@code outcome}.
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

    /** The state of every account, by source. */
    public List<Statement> statements() {
        List<Account> all;
        synchronized (accounts) {
            all = new ArrayList<>(accounts.values());
        }
        return all.stream()
                .map(Account::statement)
                .sorted(Comparator.comparing(Statement::source))
                .toList();
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
     * @param lastHeard when its newest line was settled, UTC
     */
    public record Statement(
            String source, long received, long published, long seen, long unreadable, Instant lastHeard) {}

    private static final class Account {

        private final String source;
        private final Map<Outcome, Counter> counters;
        private final long[] lines = new long[Outcome.values().length];
        private long received;
        private Instant lastHeard;

        Account(String source, Map<Outcome, Counter> counters) {
            this.source = source;
            this.counters = counters;
        }

        synchronized void enter(Outcome outcome, Instant heard) {
            received++;
            lines[outcome.ordinal()]++;
            lastHeard = heard;
            counters.get(outcome).increment();
        }

        synchronized Statement statement() {
            return new Statement(
                    source,
                    received,
                    lines[Outcome.PUBLISHED.ordinal()],
                    lines[Outcome.SEEN.ordinal()],
                    lines[Outcome.UNREADABLE.ordinal()],
                    lastHeard);
        }
    }
}
