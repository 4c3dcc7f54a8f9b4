package io.habitus.ingest.log;

import io.habitus.ingest.privacy.ErasedAuthors;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets nothing in before the topics exist, the books are read and every erased author is known, and keeps listening for
 * more of them.
 * Waits for the broker as long as it takes.
 */
public final class Opening implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final TopicsAtStart topics;
    private final Admin admin;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ErasedAuthors erased;
    private final Books books;
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "authors");
    private volatile AuthorsLog authors;

    public Opening(
            TopicsAtStart topics,
            Admin admin,
            Supplier<Consumer<byte[], byte[]>> consumers,
            ErasedAuthors erased,
            Books books) {
        this.topics = topics;
        this.admin = admin;
        this.consumers = consumers;
        this.erased = erased;
        this.books = books;
        thread.setDaemon(true);
    }

    /** Begins to open, in the background. */
    public void start() {
        thread.start();
    }

    public boolean isOpen() {
        return open.getCount() == 0;
    }

    /** Waits for it to open and says whether it did. */
    public boolean await(Duration patience) {
        try {
            return open.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        AuthorsLog following = authors;
        if (following != null) {
            following.stop();
        }
        try {
            if (!thread.join(LONGEST_PAUSE)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!isClosed()) {
            try {
                topics.create(admin);
                readBooks();
                follow();
            } catch (ExecutionException | KafkaException away) {
                pause = waitFor(pause, away);
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    private void readBooks() {
        try (var consumer = consumers.get()) {
            books.read(consumer);
        }
    }

    private void follow() {
        try (var following = new AuthorsLog(consumers.get(), erased)) {
            authors = following;
            if (!isClosed()) {
                following.follow(this::open);
            }
        } finally {
            authors = null;
        }
    }

    private void open() {
        open.countDown();
        books.begin();
    }

    private Duration waitFor(Duration pause, Exception away) {
        if (isClosed()) {
            return pause;
        }
        LOG.atWarn()
                .addKeyValue("error", away.getMessage())
                .addKeyValue("retryIn", pause)
                .log("the broker is away");
        try {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }
}
