package io.habitus.analysis.index;

import io.habitus.analysis.log.Lag;
import io.habitus.contracts.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.TopicPartition;

/** How far MENTIONS is in the index, by all instances together. */
public final class IndexProgress {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final MentionIndexing indexing;
    private final MentionIndex index;
    private final Lag lag;

    IndexProgress(MentionIndexing indexing, MentionIndex index, Lag lag) {
        this.indexing = indexing;
        this.index = index;
        this.lag = lag;
    }

    /**
     * Waits until the records at these offsets of MENTIONS, by partition, can be found; false if that takes longer than
     * {@code atMost}.
     */
    public boolean await(Map<Integer, Long> offsets, Duration atMost) throws InterruptedException, ExecutionException {
        var until = System.nanoTime() + atMost.toNanos();
        while (!haveBeenIndexed(offsets)) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        index.refresh();
        return true;
    }

    private boolean haveBeenIndexed(Map<Integer, Long> offsets) throws InterruptedException, ExecutionException {
        var group = indexing.group();
        if (group.isEmpty()) {
            return false;
        }
        var committed = lag.committed(group.get());
        return offsets.entrySet().stream().allMatch(wanted -> {
            var partition = new TopicPartition(Topics.MENTIONS.name(), wanted.getKey());
            return committed.getOrDefault(partition, 0L) > wanted.getValue();
        });
    }
}
