package io.habitus.ingest.log;

import io.habitus.contracts.ListeningEvent;
import io.habitus.contracts.ListeningEvent.Account;
import io.habitus.contracts.ListeningEvent.Stretch;
import io.habitus.contracts.Topics;
import io.habitus.ingest.accounts.Accounts;
import io.habitus.ingest.accounts.Listening;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets accounts and listening outlive this process: reads LISTENING before anything comes in, and notes there every second
 * what changed. Each note holds the whole account, so one that is lost or written twice makes nothing wrong: whoever kills
 * the process takes from the accounts what was settled in the last second or two, and no more.
 */
public final class Books implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Books.class);
    private static final TopicPartition LISTENING = new TopicPartition(Topics.LISTENING.name(), 0);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Accounts accounts;
    private final Listening listening;
    private final Outlet outlet;
    private final InstantSource clock;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "books");
    private boolean isRead;
    private boolean isTrouble;
    private Instant lastBeat = Instant.MIN;

    public Books(Accounts accounts, Listening listening, Outlet outlet, InstantSource clock) {
        this.accounts = accounts;
        this.listening = listening;
        this.outlet = outlet;
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Waits in the background for {@link #begin}. */
    public void start() {
        thread.start();
    }

    /** Reads what was noted before; the first time only. */
    void read(Consumer<byte[], byte[]> consumer) {
        if (isRead) {
            return;
        }
        consumer.assign(List.of(LISTENING));
        consumer.seekToBeginning(List.of(LISTENING));
        long end = consumer.endOffsets(List.of(LISTENING)).get(LISTENING);
        // Of a key, later ones stand in for earlier ones.
        var newest = new LinkedHashMap<String, ListeningEvent>();
        while (consumer.position(LISTENING) < end) {
            consumer.poll(POLL).forEach(noted -> take(noted, newest));
        }
        newest.values().forEach(this::restore);
        isRead = true;
    }

    /** From now on posts are let in: notes that they are, and what came. */
    void begin() {
        begun.countDown();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (!thread.join(GOODBYE)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static void take(ConsumerRecord<byte[], byte[]> noted, LinkedHashMap<String, ListeningEvent> newest) {
        try {
            String key = Topics.LISTENING.key().deserializer().deserialize(noted.topic(), noted.key());
            ListeningEvent event = Topics.LISTENING.value().deserializer().deserialize(noted.topic(), noted.value());
            if (event == null) {
                newest.remove(key);
            } else if (isWhole(event)) {
                newest.put(key, event);
            } else {
                passOver(noted);
            }
        } catch (SerializationException unreadable) {
            passOver(noted);
        }
    }

    /** JSON may lack what an event cannot do without. */
    private static boolean isWhole(ListeningEvent event) {
        return switch (event) {
            case Account(var source, var since, var lastHeard, long published, long seen, long unreadable) ->
                source != null
                        && since != null
                        && lastHeard != null
                        && Math.min(published, Math.min(seen, unreadable)) >= 0;
            case Stretch(var from, var to, var _) -> from != null && to != null && !to.isBefore(from);
        };
    }

    private static void passOver(ConsumerRecord<byte[], byte[]> noted) {
        LOG.atWarn().addKeyValue("offset", noted.offset()).log("a note of listening cannot be read");
    }

    private void restore(ListeningEvent event) {
        switch (event) {
            case Account account -> accounts.restore(account);
            case Stretch stretch -> listening.restore(stretch);
        }
    }

    private void run() {
        try {
            while (!begun.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                if (closed.getCount() == 0) {
                    return;
                }
            }
            do {
                attempt(() -> isBeatDue() ? listening.beat(clock.instant()) : List.of());
            } while (!closed.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
            attempt(() -> listening.stop(clock.instant()));
        } catch (InterruptedException hurry) {
            // What is not noted by now is told as broken off.
        }
    }

    /** Whatever goes wrong is tried again in a second: books that are written no more would tell a gap that is none. */
    private void attempt(Supplier<List<Stretch>> stretches) {
        try {
            note(stretches.get());
            isTrouble = false;
        } catch (RuntimeException failed) {
            if (!isTrouble) {
                Throwable cause = failed.getCause() == null ? failed : failed.getCause();
                LOG.atWarn()
                        .addKeyValue("error", cause.getClass().getSimpleName())
                        .log("how listening goes cannot be noted");
            }
            isTrouble = true;
        }
    }

    private boolean isBeatDue() {
        Instant now = clock.instant();
        // Or the clock was set back.
        return now.isBefore(lastBeat) || !now.isBefore(lastBeat.plus(Listening.BEAT));
    }

    private void note(List<Stretch> stretches) {
        List<Account> changed = accounts.unnoted();
        List<Stretch> outdated = stretches.isEmpty() ? List.of() : listening.outdated(clock.instant());
        var events = new LinkedHashMap<String, ListeningEvent>();
        changed.forEach(account -> events.put("account/" + account.source(), account));
        outdated.forEach(stretch -> events.put(keyOf(stretch), null));
        stretches.forEach(stretch -> events.put(keyOf(stretch), stretch));
        if (events.isEmpty()) {
            return;
        }
        outlet.note(events, PATIENCE);
        accounts.noted(changed);
        if (!stretches.isEmpty()) {
            listening.noted(stretches, clock.instant());
            listening.forgotten(outdated);
            lastBeat = stretches.getLast().to();
        }
    }

    private static String keyOf(Stretch stretch) {
        return "stretch/" + stretch.from();
    }
}
