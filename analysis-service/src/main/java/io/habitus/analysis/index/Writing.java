package io.habitus.analysis.index;

import io.habitus.analysis.index.Batch.Item;
import io.habitus.analysis.index.Judging.Fate;
import io.habitus.analysis.index.MentionIndex.BulkResult.Answered;
import io.habitus.analysis.index.MentionIndex.BulkResult.Unacceptable;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a batch until every item of it is in the index or set aside, however long that takes: what is refused for a
 * reason that will pass is sent again, alone and ever more slowly, up to every 5 seconds.
 *
 * <p>Meanwhile the consumer keeps polling with its partitions paused, so that the group does not think it dead and give
 * them to somebody who cannot write either.
 */
final class Writing {

    private static final Logger log = LoggerFactory.getLogger(Writing.class);

    /** Of one bulk; a batch may need several. */
    private static final int MOST_BYTES = 5 << 20;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final MentionIndex index;
    private final String cluster;
    private final Judging judging;
    private final Consumer<byte[], byte[]> consumer;
    private final SetAside setAside;
    private final Indexed indexed;

    /** @param cluster whose data is written to; if it turns into another, everything has to begin anew */
    Writing(
            MentionIndex index,
            String cluster,
            Judging judging,
            Consumer<byte[], byte[]> consumer,
            SetAside setAside,
            MeterRegistry meters) {
        this.index = index;
        this.cluster = cluster;
        this.judging = judging;
        this.consumer = consumer;
        this.setAside = setAside;
        indexed = new Indexed(meters);
    }

    /** Returns when nothing of the batch can be lost any more. */
    void write(Batch batch) throws InterruptedException {
        indexed.passedOver(batch);
        for (var record : batch.unreadable()) {
            setAside.put(record.record(), record.reason());
        }
        var bulk = new ArrayList<Item>();
        var bytes = 0L;
        for (var item : batch.items()) {
            if (!bulk.isEmpty() && bytes + item.lines().length > MOST_BYTES) {
                settle(bulk);
                bulk = new ArrayList<>();
                bytes = 0;
            }
            bulk.add(item);
            bytes += item.lines().length;
        }
        settle(bulk);
        setAside.await();
    }

    private void settle(List<Item> bulk) throws InterruptedException {
        var rest = bulk;
        var pause = FIRST_PAUSE;
        while (!rest.isEmpty()) {
            var left = attempt(rest);
            if (!left.isEmpty()) {
                hold(left.size(), pause);
                pause = longer(pause);
            }
            rest = left;
        }
    }

    /** What has to be sent again. */
    private List<Item> attempt(List<Item> items) throws InterruptedException {
        try {
            return switch (index.write(together(items), items.size())) {
                case Answered(var answers) -> unsettled(items, answers);
                case Unacceptable(var reason) -> {
                    settleParts(items, reason);
                    yield List.of();
                }
            };
        } catch (ElasticsearchAway away) {
            log.atWarn().addKeyValue("items", items.size()).log("a bulk is held: {}", away.getMessage());
            return items;
        }
    }

    private static byte[] together(List<Item> items) {
        var size = items.stream().mapToInt(item -> item.lines().length).sum();
        var bulk = new ByteArrayOutputStream(size);
        items.forEach(item -> bulk.writeBytes(item.lines()));
        return bulk.toByteArray();
    }

    private List<Item> unsettled(List<Item> items, List<Answer> answers) {
        var again = new ArrayList<Item>();
        for (var i = 0; i < items.size(); i++) {
            var answer = answers.get(i);
            var fate = judging.judge(answer);
            indexed.judged(fate);
            switch (fate) {
                case WRITTEN, ALREADY_THERE -> {}
                case AGAIN -> again.add(items.get(i));
                case REFUSED -> refuse(items.get(i), answer.error() + ": " + answer.reason(), answer.error());
            }
        }
        return again;
    }

    /** Halves find the one that spoils it. */
    private void settleParts(List<Item> items, String reason) throws InterruptedException {
        if (items.size() == 1) {
            indexed.judged(Fate.REFUSED);
            refuse(items.getFirst(), reason, reason);
            return;
        }
        var half = items.size() / 2;
        settle(items.subList(0, half));
        settle(items.subList(half, items.size()));
    }

    /** @param loggable the reason without anything a person wrote */
    private void refuse(Item item, String reason, String loggable) {
        var record = item.record();
        log.atWarn()
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("error", loggable)
                .log("a mention cannot be indexed and is set aside");
        setAside.put(record, reason);
    }

    // --- holding ----------------------------------------------------------------------------------------------------

    private void hold(int items, Duration pause) throws InterruptedException {
        log.atInfo().addKeyValue("items", items).addKeyValue("retryIn", pause).log("Elasticsearch is given time");
        var until = System.nanoTime() + withJitter(pause).toNanos();
        do {
            consumer.pause(consumer.assignment());
            pollPaused(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
        } while (System.nanoTime() < until);
        consumer.resume(consumer.assignment());
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        prepareAgain();
    }

    /** A partition that comes in the very same poll is not paused yet: what it brings is read again later. */
    private void pollPaused(Duration atMost) {
        var early = consumer.poll(atMost);
        for (var partition : early.partitions()) {
            consumer.seek(partition, early.records(partition).getFirst().offset());
        }
    }

    /** Elasticsearch may have come back empty; an index that comes to be without the template would be wrong. */
    private void prepareAgain() {
        try {
            index.putTemplate();
            if (!index.clusterId().equals(cluster)) {
                throw new IllegalStateException("Elasticsearch was set up anew, everything has to be written again");
            }
        } catch (ElasticsearchAway stillAway) {
            log.atDebug().log("still away: {}", stillAway.getMessage());
        }
    }

    private static Duration withJitter(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(1 + pause.toMillis() / 4));
    }

    private static Duration longer(Duration pause) {
        var next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }
}
