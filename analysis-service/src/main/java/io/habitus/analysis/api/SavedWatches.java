package io.habitus.analysis.api;

import io.habitus.analysis.log.NewestPerKey;
import io.habitus.contracts.Topics;
import io.habitus.contracts.WatchEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The saved queries, as they stand in WATCHES. Whoever saves one finds it at once. Changes made here at the same time
 * are put in order; made in two instances at the same time, the later one counts.
 */
final class SavedWatches {

    private static final Duration TO_WRITE = Duration.ofSeconds(15);
    private static final Duration TO_READ_BACK = Duration.ofSeconds(5);

    private final NewestPerKey<WatchEvent> watches;
    private final Producer<byte[], byte[]> producer;
    private final Clock clock;

    SavedWatches(NewestPerKey<WatchEvent> watches, Producer<byte[], byte[]> producer, Clock clock) {
        this.watches = watches;
        this.producer = producer;
        this.clock = clock;
    }

    /** Those of a project, by id. */
    List<WatchEvent.Saved> of(String project) {
        requireComplete();
        return watches.all().stream()
                .filter(WatchEvent.Saved.class::isInstance)
                .map(WatchEvent.Saved.class::cast)
                .filter(watch -> watch.project().equals(project))
                .sorted(Comparator.comparing(WatchEvent.Saved::watch))
                .toList();
    }

    Optional<WatchEvent.Saved> find(String project, String id) {
        requireComplete();
        return newest(project, id).filter(WatchEvent.Saved.class::isInstance).map(WatchEvent.Saved.class::cast);
    }

    /** Adds a watch; empty if the id is taken. */
    synchronized Optional<WatchEvent.Saved> add(String project, String id, String name, String query) {
        if (find(project, id).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(save(project, id, name, query));
    }

    /** Adds or changes a watch. Saving what is saved already changes nothing. */
    synchronized WatchEvent.Saved save(String project, String id, String name, String query) {
        var before = find(project, id);
        if (before.isPresent()
                && before.get().name().equals(name)
                && before.get().query().equals(query)) {
            return before.get();
        }
        var now = clock.instant();
        var saved = new WatchEvent.Saved(
                project,
                id,
                nextVersion(project, id),
                name,
                query,
                before.map(WatchEvent.Saved::createdAt).orElse(now),
                now);
        write(saved);
        return saved;
    }

    /** Removes a watch; false if there is none. */
    synchronized boolean remove(String project, String id) {
        if (find(project, id).isEmpty()) {
            return false;
        }
        write(new WatchEvent.Removed(project, id, nextVersion(project, id), clock.instant()));
        return true;
    }

    private long nextVersion(String project, String id) {
        return 1 + newest(project, id).map(WatchEvent::version).orElse(0L);
    }

    private Optional<WatchEvent> newest(String project, String id) {
        return watches.get(Topics.projectKey(project, id));
    }

    private void requireComplete() {
        if (!watches.isComplete()) {
            throw new LogAway("the watches are not read yet", null);
        }
    }

    private void write(WatchEvent event) {
        var topic = Topics.WATCHES;
        var key = topic.key().serializer().serialize(topic.name(), Topics.projectKey(event.project(), event.watch()));
        var value = topic.value().serializer().serialize(topic.name(), event);
        try {
            var written = producer.send(new ProducerRecord<>(topic.name(), 0, key, value))
                    .get(TO_WRITE.toMillis(), TimeUnit.MILLISECONDS);
            watches.await(written.offset(), TO_READ_BACK);
        } catch (ExecutionException | TimeoutException away) {
            throw new LogAway("a watch could not be written", away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new LogAway("stopped while writing a watch", stopping);
        }
    }

    /** The log does not answer. Try again later. */
    static final class LogAway extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LogAway(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
