package io.habitus.analysis.rematching;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;

/** Keeps the place of a consumer in its group while long work is done between two of its polls. */
final class StayingAlive {

    private static final long PULSE = Duration.ofSeconds(2).toNanos();

    private final Consumer<byte[], byte[]> consumer;
    private long last = System.nanoTime();

    StayingAlive(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** To be called every now and then; mostly does nothing. */
    void pulse() {
        if (System.nanoTime() - last < PULSE) {
            return;
        }
        last = System.nanoTime();
        consumer.pause(consumer.assignment());
        var early = consumer.poll(Duration.ZERO);
        for (var partition : early.partitions()) {
            consumer.seek(partition, early.records(partition).getFirst().offset());
        }
        consumer.resume(consumer.assignment());
    }
}
