package io.habitus.endtoend.running;

import io.habitus.simulator.SimulatedPost;
import io.habitus.simulator.SimulatedWatches.SimulatedWatch;
import io.habitus.simulator.Simulation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What must be heard of a simulation in the end, recounted post by post from what the simulator planted. */
public final class Truth {

    private final List<SimulatedPost> heard;

    /** @param erasedAuthors native ids of authors who must be gone */
    public Truth(Simulation simulation, Set<String> erasedAuthors) {
        heard = simulation
                .posts()
                .filter(post -> !post.deleted() && (post.author() == null || !erasedAuthors.contains(post.author())))
                .filter(post -> !post.heardBy().isEmpty())
                .toList();
    }

    /** The posts that are mentions of one of these watches, by the id they have inside. */
    public Map<String, SimulatedPost> mentions(List<SimulatedWatch> watches, Pseudonyms pseudonyms) {
        var mentions = new LinkedHashMap<String, SimulatedPost>();
        for (SimulatedPost post : heard) {
            if (watches.stream().anyMatch(watch -> post.heardBy().contains(watch.name()))) {
                mentions.put(pseudonyms.post(Simulation.SOURCE, post.id()), post);
            }
        }
        return mentions;
    }

    /** Volume of a watch by day, UTC; silent days are absent. */
    public Map<Instant, Volume> volumeByDay(SimulatedWatch watch) {
        return volume(watch, at -> at.truncatedTo(ChronoUnit.DAYS));
    }

    /** Volume of a watch by month, UTC; silent months are absent. */
    public Map<Instant, Volume> volumeByMonth(SimulatedWatch watch) {
        return volume(watch, Months::startOf);
    }

    /** Volume of a watch over all time. */
    public Volume total(SimulatedWatch watch) {
        return volume(watch, _ -> Instant.EPOCH).getOrDefault(Instant.EPOCH, new Volume(0, 0, 0, 0));
    }

    private Map<Instant, Volume> volume(SimulatedWatch watch, UnaryOperator<Instant> bucket) {
        var counts = new TreeMap<Instant, Count>();
        for (SimulatedPost post : heard) {
            if (post.heardBy().contains(watch.name())) {
                counts.computeIfAbsent(bucket.apply(post.createdAt()), _ -> new Count())
                        .add(post);
            }
        }
        var volumes = new TreeMap<Instant, Volume>();
        counts.forEach((start, count) -> volumes.put(start, count.volume()));
        return volumes;
    }

    private static final class Count {
        private final Map<Boolean, Long> posts = new HashMap<>();
        private final Set<String> voices = new HashSet<>();
        private long anonymous;

        void add(SimulatedPost post) {
            posts.merge(post.isRepost(), 1L, Long::sum);
            if (post.author() == null) {
                anonymous++;
            } else {
                voices.add(post.author());
            }
        }

        Volume volume() {
            return new Volume(posts.getOrDefault(false, 0L), posts.getOrDefault(true, 0L), voices.size(), anonymous);
        }
    }
}
