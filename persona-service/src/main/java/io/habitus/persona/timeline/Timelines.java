package io.habitus.persona.timeline;

import io.habitus.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;

/**
 * The timelines open on this instance. A partition is here from the moment its stores are complete until it is taken
 * away, so what is read here is never half a store.
 *
 * <p>With several instances a watch may live on another one: the place to ask that one is here.
 */
public final class Timelines {

    private final int partitions;
    private final Map<Integer, PartitionTimelines> open = new HashMap<>();

    /** @param partitions into how many parts all watches are cut */
    public Timelines(int partitions) {
        this.partitions = partitions;
    }

    /** Into how many parts all watches are cut. */
    public int partitions() {
        return partitions;
    }

    /** In which part a watch lives, as Kafka's producers choose by key; {@code project/watch}. */
    public int partitionOf(String watch) {
        return Utils.toPositive(Utils.murmur2(watch.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    /** A partition came here and its stores are complete. */
    public synchronized void opened(int partition, PartitionTimelines timelines) {
        open.put(partition, timelines);
        notifyAll();
    }

    /** A partition goes; nothing if another task of this instance has opened it since. */
    public synchronized void closed(int partition, PartitionTimelines timelines) {
        open.remove(partition, timelines);
    }

    /**
     * The timeline of a watch; empty if it was never heard.
     *
     * @throws TimelinesAway if it is not here within this time
     */
    public Optional<WatchTimeline> of(String project, String watch, Duration patience) {
        String key = Topics.projectKey(project, watch);
        return Optional.ofNullable(await(partitionOf(key), deadline(patience)).find(key));
    }

    /**
     * The timelines of all watches of a project, by watch.
     *
     * @throws TimelinesAway if they are not all here within this time
     */
    public List<WatchTimeline> ofProject(String project, Duration patience) {
        Instant deadline = deadline(patience);
        String prefix = Topics.projectKey(project, "");
        List<WatchTimeline> found = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            for (WatchTimeline timeline : await(partition, deadline).all()) {
                if (timeline.watch().startsWith(prefix)) {
                    found.add(timeline);
                }
            }
        }
        found.sort((a, b) -> a.watch().compareTo(b.watch()));
        return found;
    }

    private synchronized PartitionTimelines await(int partition, Instant deadline) {
        while (!open.containsKey(partition)) {
            long left = Duration.between(Instant.now(), deadline).toMillis();
            if (left <= 0) {
                throw new TimelinesAway(partition);
            }
            try {
                wait(left);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new TimelinesAway(partition);
            }
        }
        return open.get(partition);
    }

    private static Instant deadline(Duration patience) {
        return Instant.now().plus(patience);
    }
}
