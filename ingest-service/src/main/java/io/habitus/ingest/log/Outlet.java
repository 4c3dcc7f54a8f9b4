package io.habitus.ingest.log;

import io.habitus.contracts.AuthorEvent;
import io.habitus.contracts.ListeningEvent;
import io.habitus.contracts.PostEvent;
import io.habitus.contracts.Topic;
import io.habitus.contracts.Topics;
import io.habitus.ingest.lines.Reading.Readable;
import io.habitus.ingest.log.Idempotency.PostKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way into the log; nothing else here writes to Kafka. What it is given is in the log when it says so, and never
 * thrown away in silence.
 */
public final class Outlet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);
    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Idempotency published;
    private final InstantSource clock;
    private volatile Producer<byte[], byte[]> producer;

    /**
     * @param producers of producers that wait for all replicas, write once, and give up after a bounded time
     * @param remembered how many posts to remember against repetition
     */
    public Outlet(Supplier<Producer<byte[], byte[]>> producers, int remembered, InstantSource clock) {
        this.producers = producers;
        this.published = new Idempotency(remembered);
        this.clock = clock;
        this.producer = producers.get();
    }

    /** Publishes what a line says, unless the last thing published of this post was the same. Waits while the producer's memory is full. */
    public Sending publish(Readable post) {
        var key = PostKey.of(post.postId());
        // Held while sending: two requests with the same post must not be remembered in one order and logged in
        // another.
        synchronized (published.guard(key)) {
            Future<?> same = post.repeatable() ? published.lastIfSame(key, post.digest()) : null;
            if (same != null) {
                return new UnderWay(key, same, true, producer);
            }
            Producer<byte[], byte[]> by = producer;
            Future<?> acknowledgement = send(by, Topics.POSTS, null, post.postId(), post.event());
            if (post.repeatable()) {
                published.sent(key, post.digest(), acknowledgement);
            } else {
                published.forget(key);
            }
            return new UnderWay(key, acknowledgement, false, by);
        }
    }

    /**
     * Says to everybody what may be shown of an author, and returns when all have been told.
     *
     * @throws BrokerAway if that is not certain; to be said again, which is harmless
     */
    public void announce(AuthorEvent author) {
        Producer<byte[], byte[]> by = producer;
        try {
            var acknowledgements = new ArrayList<Future<?>>();
            acknowledgements.add(send(by, Topics.AUTHORS, null, author.author(), author));
            var changed = new PostEvent.AuthorChanged(author.author(), author.status(), author.changedAt());
            for (PartitionInfo partition : by.partitionsFor(Topics.POSTS.name())) {
                acknowledgements.add(send(by, Topics.POSTS, partition.partition(), author.author(), changed));
            }
            for (Future<?> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException refused) {
            replaceIfBroken(by, refused.getCause());
            throw new BrokerAway("announcing an author", refused.getCause());
        } catch (KafkaException away) {
            throw new BrokerAway("announcing an author", away);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new BrokerAway("announcing an author", closing);
        }
    }

    /**
     * Notes what is to be known after a restart, each under its key; null takes a note out. Returns when the log holds all
     * of it.
     *
     * @param within after this time nothing more is sent or waited for; sending a single note may take longer, until the
     *     producer gives up
     * @throws BrokerAway if that is not certain in time; to be noted again, which is harmless
     */
    void note(Map<String, ListeningEvent> events, Duration within) {
        Producer<byte[], byte[]> by = producer;
        List<Future<?>> acknowledgements = new ArrayList<>();
        long until = System.nanoTime() + within.toNanos();
        try {
            for (var note : events.entrySet()) {
                if (System.nanoTime() - until >= 0) {
                    throw new TimeoutException("not all was sent");
                }
                acknowledgements.add(send(by, Topics.LISTENING, null, note.getKey(), note.getValue()));
            }
            for (Future<?> acknowledgement : acknowledgements) {
                acknowledgement.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException refused) {
            // Posts go through the same producer: what is refused to notes alone must not break off what carries posts.
            if (refusesEverything(refused.getCause())) {
                replaceIfBroken(by, refused.getCause());
            }
            throw new BrokerAway("noting how listening goes", refused.getCause());
        } catch (TimeoutException slow) {
            throw new BrokerAway("noting how listening goes", slow);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new BrokerAway("noting how listening goes", closing);
        }
    }

    @Override
    public void close() {
        producer.close(GOODBYE);
    }

    private <V> Future<?> send(
            Producer<byte[], byte[]> by, Topic<String, V> topic, Integer partition, String key, V value) {
        byte[] keyBytes = topic.key().serializer().serialize(topic.name(), key);
        byte[] valueBytes = topic.value().serializer().serialize(topic.name(), value);
        try {
            return by.send(new ProducerRecord<>(topic.name(), partition, clock.millis(), keyBytes, valueBytes));
        } catch (KafkaException | IllegalStateException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    /** Whether a producer that says this will take nothing any more, of whatever topic. */
    private static boolean refusesEverything(Throwable cause) {
        return !(cause instanceof ApiException)
                || cause instanceof ClusterAuthorizationException
                || cause instanceof InvalidProducerEpochException
                || cause instanceof ProducerFencedException
                || cause instanceof UnsupportedVersionException;
    }

    /** A producer that met an error it cannot recover from refuses everything for ever: go on with a new one. */
    private synchronized void replaceIfBroken(Producer<byte[], byte[]> used, Throwable cause) {
        boolean passes = cause instanceof RetriableException
                || cause instanceof RecordTooLargeException
                || cause instanceof InterruptException;
        if (passes || used != producer) {
            return;
        }
        LOG.atWarn()
                .addKeyValue("error", cause.getClass().getSimpleName())
                .log("the producer cannot go on and is replaced");
        producer = producers.get();
        used.close(Duration.ZERO);
    }

    private final class UnderWay implements Sending {

        private final PostKey post;
        private final Future<?> acknowledgement;
        private final boolean repeat;
        private final Producer<byte[], byte[]> by;

        UnderWay(PostKey post, Future<?> acknowledgement, boolean repeat, Producer<byte[], byte[]> by) {
            this.post = post;
            this.acknowledgement = acknowledgement;
            this.repeat = repeat;
            this.by = by;
        }

        @Override
        public boolean isRepeat() {
            return repeat;
        }

        @Override
        public boolean isDone() {
            return acknowledgement.isDone();
        }

        @Override
        public Arrival arrival() {
            try {
                acknowledgement.get();
                published.acknowledged(post, acknowledgement);
                return Arrival.ACKNOWLEDGED;
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return Arrival.BROKER_AWAY;
            } catch (ExecutionException refused) {
                published.failed(post, acknowledgement);
                replaceIfBroken(by, refused.getCause());
                return refused.getCause() instanceof RecordTooLargeException ? Arrival.TOO_LARGE : Arrival.BROKER_AWAY;
            }
        }
    }
}
