package io.habitus.ingest.log;

import io.habitus.contracts.AuthorEvent;
import io.habitus.contracts.AuthorStatus;
import io.habitus.contracts.Topics;
import io.habitus.ingest.privacy.ErasedAuthors;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads AUTHORS from its beginning and for ever, and notes who was erased. Every instance reads all of it. */
final class AuthorsLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorsLog.class);
    private static final TopicPartition AUTHORS = new TopicPartition(Topics.AUTHORS.name(), 0);
    private static final Duration POLL = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final ErasedAuthors erased;

    AuthorsLog(Consumer<byte[], byte[]> consumer, ErasedAuthors erased) {
        this.consumer = consumer;
        this.erased = erased;
    }

    /**
     * Reads until it is stopped.
     *
     * @param atEnd called once everything is noted that was there at the beginning
     */
    void follow(Runnable atEnd) {
        try {
            consumer.assign(List.of(AUTHORS));
            consumer.seekToBeginning(List.of(AUTHORS));
            long end = consumer.endOffsets(List.of(AUTHORS)).get(AUTHORS);
            while (consumer.position(AUTHORS) < end) {
                consumer.poll(POLL).forEach(this::note);
            }
            atEnd.run();
            while (true) {
                consumer.poll(POLL).forEach(this::note);
            }
        } catch (WakeupException stopped) {
            // Which is what wakes it.
        }
    }

    /** Ends {@link #follow}; from another thread. */
    void stop() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void note(ConsumerRecord<byte[], byte[]> changed) {
        try {
            AuthorEvent author = Topics.AUTHORS.value().deserializer().deserialize(changed.topic(), changed.value());
            if (author != null && author.status() == AuthorStatus.ERASED) {
                erased.add(author.author());
            }
        } catch (SerializationException unreadable) {
            LOG.atWarn()
                    .addKeyValue("offset", changed.offset())
                    .log("an author event cannot be read and is passed over");
        }
    }
}
