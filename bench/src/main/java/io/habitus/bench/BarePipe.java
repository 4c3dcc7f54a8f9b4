package io.habitus.bench;

import io.habitus.analysis.index.MentionIndexing;
import io.habitus.contracts.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The same posts through the same door into the same log, and from there as the same documents into the same index, with
 * nothing between: no deciding, matching, tagging, counting, not even reading what the log holds. A post's document is
 * looked up by its id. It reads and writes with the settings of {@link MentionIndexing}.
 */
final class BarePipe implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final Duration IDLE = Duration.ofMillis(100);

    /** What came of it. */
    record Result(long posts, double importedSeconds, Usage usage) {
        double perSecond() {
            return posts / usage.seconds();
        }

        double importedPerSecond() {
            return posts / importedSeconds;
        }
    }

    private final Documents documents;
    private final FreshIndex index;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread indexing = Thread.ofPlatform().name("bare-pipe").unstarted(this::run);
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong lag = new AtomicLong();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private volatile boolean stopping;

    private BarePipe(OwnHabitus habitus, Documents documents) {
        this.documents = documents;
        index = FreshIndex.in(habitus.elasticsearch());
        consumer = new KafkaConsumer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        habitus.broker(),
                        CommonClientConfigs.CLIENT_ID_CONFIG,
                        "bench-bare",
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "bench-bare",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        1_000,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        8 << 20),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** @param habitus that takes posts in and does nothing with them */
    static Result measured(OwnHabitus habitus, Documents documents, Settings settings, Lot lot, Proc proc) {
        try (var pipe = new BarePipe(habitus, documents)) {
            pipe.indexing.start();
            return pipe.measured(habitus, settings, lot, proc);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Result measured(OwnHabitus habitus, Settings settings, Lot lot, Proc proc) {
        lot.warmUp().run(habitus.data());
        awaitPassed(settings.warmUp());
        index.finish(lot.heardBefore());
        long began = System.nanoTime();
        var watching = Watching.begun(proc, habitus.processes(), lag::get);
        lot.measured().run(habitus.data());
        double imported = (System.nanoTime() - began) / 1e9;
        awaitPassed(settings.warmUp() + settings.posts());
        index.finish(lot.heard());
        Usage usage = watching.ended();
        habitus.requireSteady();
        return new Result(settings.posts(), imported, usage);
    }

    private void awaitPassed(long posts) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (passed.get() < posts) {
            if (failure.get() != null) {
                throw failure.get();
            }
            if (System.nanoTime() > until) {
                throw new Refused("The pipe without analysis did not end within " + PATIENCE.toMinutes() + " minutes.");
            }
            Pause.of(LOOK);
        }
    }

    // --- the pipe ---------------------------------------------------------------------------------------------------

    private void run() {
        try (consumer) {
            consumer.subscribe(List.of(Topics.POSTS.name()));
            while (!stopping) {
                pass();
            }
        } catch (RuntimeException failed) {
            failure.set(failed);
        }
    }

    private void pass() {
        var batch = new Batch();
        consumer.poll(IDLE).forEach(batch::add);
        long until = System.nanoTime() + MentionIndexing.LINGER.toNanos();
        while (batch.posts > 0 && batch.bytes.size() < MentionIndexing.BULK_BYTES) {
            Duration left = Duration.ofNanos(until - System.nanoTime());
            if (!left.isPositive()) {
                break;
            }
            consumer.poll(left).forEach(batch::add);
        }
        if (batch.posts == 0) {
            return;
        }
        if (batch.items > 0) {
            index.write(batch.bytes.toByteArray(), batch.items);
        }
        consumer.commitSync();
        passed.addAndGet(batch.posts);
        lag.set(consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum());
    }

    private final class Batch {

        private final ByteArrayOutputStream bytes =
                new ByteArrayOutputStream((int) (MentionIndexing.BULK_BYTES * 4 / 3));
        private int posts;
        private int items;

        void add(ConsumerRecord<byte[], byte[]> record) {
            posts++;
            byte[] document = documents.of(new String(record.key(), StandardCharsets.UTF_8));
            if (document.length > 0) {
                items++;
                bytes.writeBytes(document);
            }
        }
    }

    @Override
    public void close() throws IOException {
        stopping = true;
        try {
            indexing.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        index.close();
    }
}
