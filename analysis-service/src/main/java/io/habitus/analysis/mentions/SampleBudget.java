package io.habitus.analysis.mentions;

import io.habitus.contracts.SampleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How deep a voice must be to be in a project's sample. Every partition starts with every voice; whenever its part of
 * the sample grows beyond its share of the budget, the level rises by one, and half of the voices are out. It never
 * falls: a voice that was once left out has posts the sample does not know.
 *
 * <p>Counted is per project, day of first hearing and depth of voice, so what ages out is known without looking at the
 * posts; a post counts until its whole day has gone, up to a day too long. Posts of voices above the level are never
 * counted again, for the level does not come back to them.
 */
final class SampleBudget {

    private static final String LEVEL = "level";

    private final KeyValueStore<String, Long> store;
    private final long most;
    private final Map<String, Part> parts = new HashMap<>();

    /**
     * @param store {@code project/level} and {@code project/day/depth}; must be in the same transaction as the sample
     * @param most posts of one project at most
     */
    SampleBudget(KeyValueStore<String, Long> store, long most) {
        this.store = store;
        this.most = most;
    }

    /** A project's part of the sample, as the store has it. */
    private static final class Part {
        private int level;
        private long today = Long.MIN_VALUE;
        private final long[] posts = new long[SampleEvent.DEEPEST + 1];

        long size() {
            var size = 0L;
            for (var depth = level; depth < posts.length; depth++) {
                size += posts[depth];
            }
            return size;
        }
    }

    /** Voices at least so deep are in the project's sample now, as far as this partition is concerned. */
    int level(String project) {
        return part(project).level;
    }

    /** A post came into the sample; the level may rise by that, even beyond the voice of this very post. */
    void add(String project, int depth, Instant added, Instant arrival) {
        var part = part(project);
        forgetWhatIsOld(project, part, day(arrival));
        count(project, part, day(added), depth, 1);
        while (part.size() > most && part.level < SampleEvent.DEEPEST) {
            part.level++;
            store.put(key(project, LEVEL), (long) part.level);
        }
    }

    /** A post left the sample. */
    void remove(String project, int depth, Instant added) {
        count(project, part(project), day(added), depth, -1);
    }

    private void count(String project, Part part, long day, int depth, int difference) {
        var key = key(project, day + "/" + depth);
        var before = store.get(key);
        var now = (before == null ? 0 : before) + difference;
        if (now < 0) {
            return;
        }
        store.put(key, now == 0 ? null : now);
        part.posts[depth] += difference;
    }

    private void forgetWhatIsOld(String project, Part part, long today) {
        if (today <= part.today) {
            return;
        }
        part.today = today;
        var oldest = today - SampleEvent.KEPT.toDays();
        for (var count : countsOf(project)) {
            if (count.day < oldest) {
                store.delete(key(project, count.day + "/" + count.depth));
                part.posts[count.depth] -= count.posts;
            }
        }
    }

    private Part part(String project) {
        return parts.computeIfAbsent(project, this::stored);
    }

    private Part stored(String project) {
        var part = new Part();
        var level = store.get(key(project, LEVEL));
        part.level = level == null ? 0 : Math.toIntExact(level);
        countsOf(project).forEach(count -> part.posts[count.depth] += count.posts);
        return part;
    }

    private record Count(long day, int depth, long posts) {}

    private Iterable<Count> countsOf(String project) {
        var counts = new ArrayList<Count>();
        // '0' is the character behind '/', and ':' the one behind '9': all that begin with a digit.
        try (var found = store.range(key(project, "0"), key(project, ":"))) {
            while (found.hasNext()) {
                var one = found.next();
                var slash = one.key.lastIndexOf('/');
                counts.add(new Count(
                        Long.parseLong(one.key, project.length() + 1, slash, 10),
                        Integer.parseInt(one.key, slash + 1, one.key.length(), 10),
                        one.value));
            }
        }
        return counts;
    }

    private static String key(String project, String rest) {
        return project + "/" + rest;
    }

    private static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }
}
